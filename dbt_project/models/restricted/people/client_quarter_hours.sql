{#  What a client's quarter, less the project months that are shown, is made of. #}
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

margins as (

    select * from {{ ref('margins') }}

    where margin_amount is not null

),

costs as (

    select * from {{ ref('project_costs') }}

),

placed as (

    select
        projects.client_id,
        days.fiscal_quarter_end as quarter_end_date,
        costs.person_id,
        costs.worked_hours,
        margins.project_id is not null as is_shown

    from costs

    cross join firm

    inner join months
        on costs.month = months.month

    inner join days
        on months.last_day = days.calendar_date

    inner join projects
        on costs.project_id = projects.project_id

    left join margins
        on
            costs.project_id = margins.project_id
            and costs.month = margins.period

    where projects.client_id is not null and days.fiscal_quarter_end <= firm.as_of

),

client_quarter_hours as (

    select

        ---------- ids
        client_id,
        person_id,

        ---------- numerics
        sum(worked_hours) as worked_hours,
        sum(worked_hours) filter (where not is_shown) as hidden_hours,

        ---------- dates
        quarter_end_date

    from placed

    group by all

)

select * from client_quarter_hours
