with

payments as (

    select * from {{ ref('int_payments__netted') }}

    where kind = 'cash'

),

legs as (

    select * from {{ ref('int_invoices__legged') }}

),

days as (

    select * from {{ ref('int_days__counted') }}

),

legged as (

    select
        payments.record_id,
        coalesce(legs.deal_id, 'unassigned') as deal_id,
        coalesce(legs.project_id, 'unassigned') as project_id,
        coalesce(legs.client_id, payments.client_id) as client_id,
        days.fiscal_month as month,
        case
            when legs.invoice_id is null then payments.paid_amount
            else
                {{ leg_of('payments.settled_to', 'legs') }}
                - {{ leg_of('payments.settled_from', 'legs') }}
                + {{ leg_of('payments.paid_amount', 'legs') }}
                - {{ leg_of('(payments.settled_to - payments.settled_from)', 'legs') }}
        end as paid_amount

    from payments

    inner join days
        on payments.payment_date = days.calendar_date

    left join legs
        on payments.invoice_id = legs.invoice_id

)

select * from legged
