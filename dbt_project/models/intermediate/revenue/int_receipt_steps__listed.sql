with

firm as (

    select * from {{ source('rules', 'firm') }}

),

days as (

    select * from {{ ref('int_days__counted') }}

),

states as (

    select * from {{ ref('int_receivables__dated') }}

),

payments as (

    select * from {{ ref('int_payments__netted') }}

),

legs as (

    select * from {{ ref('int_invoices__legged') }}

),

{#  A state enters in the month it begins and leaves in the month it ends. #}
moves as (

    select
        invoice_id,
        record_id,
        driver,
        from_date as move_date,
        direction,
        piece_from,
        piece_to

    from states

    union all

    select
        invoice_id,
        record_id,
        driver,
        to_date as move_date,
        -direction as direction,
        piece_from,
        piece_to

    from states

    union all

    select
        invoice_id,
        record_id,
        case when kind = 'cash' then 'fx_realised' else kind end as driver,
        payment_date as move_date,
        case when kind = 'cash' then 1 else -1 end as direction,
        case when kind = 'cash' then settled_to - settled_from else settled_from end
            as piece_from,
        case when kind = 'cash' then paid_amount else settled_to end as piece_to

    from payments

    where invoice_id is not null

),

legged as (

    select
        moves.record_id,
        moves.driver,
        moves.move_date,
        legs.deal_id,
        legs.project_id,
        legs.client_id,
        moves.direction * (
            {{ leg_of('moves.piece_to', 'legs') }}
            - {{ leg_of('moves.piece_from', 'legs') }}
        ) as step_amount

    from moves

    inner join legs
        on moves.invoice_id = legs.invoice_id

    union all

    select
        record_id,
        'unapplied_or_overpaid' as driver,
        payment_date as move_date,
        'unassigned' as deal_id,
        'unassigned' as project_id,
        client_id,
        paid_amount as step_amount

    from payments

    where invoice_id is null and kind = 'cash'

),

listed as (

    select
        legged.driver,
        legged.deal_id,
        legged.project_id,
        legged.client_id,
        days.fiscal_month as month,
        legged.record_id,
        sum(legged.step_amount) as step_amount

    from legged

    inner join firm
        on legged.move_date <= firm.as_of

    inner join days
        on legged.move_date = days.calendar_date

    group by all

)

select * from listed

where step_amount != 0
