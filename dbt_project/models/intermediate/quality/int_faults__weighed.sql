{#  A line stands for its invoice, except where the line itself is to be corrected.
    Money filed under a wrong client moves between clients, and a moved invoice between
    months: both are 0 for the firm to date, so the largest part of a record counts. #}
with

contributions as (

    select * from {{ ref('revenue_contributions') }}

    where driver_class in ('F', 'U')

),

driver_findings as (

    select * from {{ ref('driver_findings') }}

),

lines as (

    select
        {{ record_id('source_system', "'invoice_line'", 'invoice_line_id') }} as record_id,
        {{ record_id('source_system', "'invoice'", 'invoice_id') }} as invoice_record_id,
        invoice_id

    from {{ ref('int_accounting_invoice_lines__unioned') }}

),

summed as (

    select
        contributions.driver,
        contributions.driver_class,
        contributions.segment,
        coalesce(lines.invoice_record_id, contributions.record_id) as record_id,
        contributions.source_system,
        case
            when lines.invoice_id is not null then 'invoice'
            else contributions.source_record_type
        end as source_record_type,
        coalesce(lines.invoice_id, contributions.source_record_id) as source_record_id,
        contributions.client_id,
        case when contributions.driver = 'date_moved' then contributions.month end as month,
        sum(contributions.contribution_amount) as contribution_amount

    from contributions

    left join driver_findings
        on contributions.driver = driver_findings.driver

    left join lines
        on
            contributions.record_id = lines.record_id
            and coalesce(driver_findings.examines, '') != 'invoice_line'

    group by all

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
        max_by(summed.client_id, (summed.contribution_amount, summed.client_id)) filter (
            where summed.client_id != 'unassigned'
        ) as client_id,
        {{ money('max(greatest(of_the_firm.firm_amount, abs(summed.contribution_amount)))') }}
            as money_at_stake

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
