{#  Money filed under a wrong client moves between clients and a moved invoice between
    months: both are 0 for the firm to date, so the largest part of a record counts. #}
with

summed as (

    select * from {{ ref('int_faults__summed') }}

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

weighed as (

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

)

select * from weighed
