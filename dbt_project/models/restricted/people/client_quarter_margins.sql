{#  Project months of a quarter that has ended, added up by client and for the firm. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

months as (

    select * from {{ ref('int_months__counted') }}

),

days as (

    select
        calendar_date,
        fiscal_quarter_end

    from {{ ref('int_days__counted') }}

),

projects as (

    select * from {{ ref('projects') }}

),

summed as (

    select
        projects.client_id,
        days.fiscal_quarter_end as quarter_end_date,
        sum(margins.recognised_amount) as recognised_amount,
        sum(
            margins.recognised_amount - margins.cost_amount - margins.expense_amount
        ) as margin_amount,
        sum(margins.unrated_hours) as unrated_hours

    from {{ ref('project_margins') }} as margins

    cross join firm

    inner join months
        on margins.period = months.month

    inner join days
        on months.last_day = days.calendar_date

    inner join projects
        on margins.project_id = projects.project_id

    where projects.client_id is not null and days.fiscal_quarter_end <= firm.as_of

    group by
        grouping sets (
            (projects.client_id, days.fiscal_quarter_end), (days.fiscal_quarter_end)
        )

    having sum(margins.recognised_amount) != 0

)

select * from summed
