{#  Money filed under a wrong client moves between clients and a moved invoice between
    months: both are 0 for the firm to date, so the largest part of a record counts. #}
with

summed as (

    select * from {{ ref('int_faults__summed') }}

),

redated as (

    select * from {{ ref('int_invoices__redated') }}

),

of_the_firm as (

    select
        driver,
        driver_class,
        segment,
        record_id,
        month,
        abs(sum(contribution_amount)) as firm_amount

    from summed

    group by all

),

of_the_bridge as (

    select
        summed.driver,
        min(summed.driver_class) as driver_class,
        summed.record_id,
        summed.source_system,
        summed.source_record_type,
        summed.source_record_id,
        max_by(
            summed.client_id, (summed.contribution_amount, summed.client_id)
        ) filter (where summed.client_id != 'unassigned') as client_id,
        greatest(
            max(of_the_firm.firm_amount), max(abs(summed.contribution_amount))
        ) as money_at_stake

    from summed

    inner join of_the_firm
        on
            summed.driver = of_the_firm.driver
            and summed.driver_class = of_the_firm.driver_class
            and summed.segment = of_the_firm.segment
            and summed.record_id = of_the_firm.record_id
            and summed.month is not distinct from of_the_firm.month

    where summed.contribution_amount != 0

    group by all

),

{#  The bridge speaks of months, and a month says nothing of the one before a change. #}
weighed as (

    select * from of_the_bridge

    union all

    select
        'date_moved' as driver,
        'F' as driver_class,
        invoice_id as record_id,
        source_system,
        'invoice' as source_record_type,
        source_record_id,
        client_id,
        moved_amount as money_at_stake

    from redated

    where invoice_id not in (
        select of_the_bridge.record_id from of_the_bridge

        where of_the_bridge.driver = 'date_moved'
    )

)

select * from weighed
