{#  From billed to recognised. A posting that repeats its invoice in the same month
    needs no reason; everything else has one. #}
with

recognitions as (

    select * from {{ ref('int_recognitions__legged') }}

),

faced as (

    select * from {{ ref('int_invoice_postings__faced') }}

),

monthly_moves as (

    select
        invoice_id,
        deal_id,
        project_id,
        client_id,
        month,
        record_id,
        recognised_amount as move_amount

    from recognitions

    where kind = 'invoice' and invoice_id in (select faced.invoice_id from faced)

    union all

    select
        invoice_id,
        deal_id,
        project_id,
        client_id,
        month,
        record_id,
        -billed_amount as move_amount

    from faced

    union all

    select
        invoice_id,
        deal_id,
        project_id,
        client_id,
        last_month as month,
        posted_record_id as record_id,
        billed_amount - posted_amount as move_amount

    from faced

),

shifted as (

    select
        deal_id,
        project_id,
        client_id,
        month,
        min(record_id) as record_id,
        sum(move_amount) as step_amount

    from monthly_moves

    group by invoice_id, deal_id, project_id, client_id, month

),

listed as (

    select
        driver,
        case driver
            when 'deferred' then 'T'
            when 'manual_journal_without_basis' then 'U'
            when 'fx' then 'L'
            else 'F'
        end as driver_class,
        deal_id,
        project_id,
        client_id,
        last_month as month,
        posted_record_id as record_id,
        posted_amount - billed_amount as step_amount

    from faced

    union all

    select
        'deferred' as driver,
        'T' as driver_class,
        deal_id,
        project_id,
        client_id,
        month,
        record_id,
        step_amount

    from shifted

    union all

    select
        {{ recognition_driver('recognitions') }} as driver,
        null as driver_class,
        deal_id,
        project_id,
        client_id,
        month,
        record_id,
        recognised_amount as step_amount

    from recognitions

    where
        kind != 'invoice'
        or invoice_id is null
        or invoice_id not in (select faced.invoice_id from faced)

)

select * from listed

where step_amount != 0
