{#  Money and hours that may be added up, at the leaf. Balances are movements here:
    their running total is the balance. #}
with

contributions as (select * from {{ ref('revenue_contributions') }}),

measures as (select * from {{ ref('measures') }}),

entries as (select * from {{ ref('int_time_entries__valued') }}),

decided as (select * from {{ ref('int_deals__decided') }}),

pipeline as (select * from {{ ref('int_pipeline__dated') }}),

receivables as (select * from {{ ref('int_receivables__aged') }}),

clients as (select * from {{ ref('int_clients__placed') }}),

months as (select * from {{ ref('int_months__counted') }}),

projects as (select * from {{ ref('int_projects__placed') }}),

legs as (

    select * from {{ ref('int_projects__legged') }}

    qualify row_number() over (partition by project_id order by deal_id) = 1

),

listed as (

    select
        contributions.client_id,
        contributions.project_id,
        contributions.company_id,
        contributions.service_code,
        contributions.is_intercompany,
        contributions.month,
        measures.measure,
        measures.sign * contributions.contribution_amount as measure_amount

    from contributions

    inner join measures
        on
            contributions.anchor = measures.anchor
            or (
                contributions.segment = measures.segment
                and contributions.driver = measures.driver
                and contributions.driver_class
                = coalesce(measures.driver_class, contributions.driver_class)
            )

    union all

    select
        legs.client_id,
        entries.project_id,
        projects.company_id,
        projects.service_code,
        projects.is_intercompany,
        entries.month,
        'hours' as measure,
        entries.hours as measure_amount

    from entries

    inner join legs
        on entries.project_id = legs.project_id

    left join projects
        on entries.project_id = projects.project_id

    union all by name

    select
        *,
        'unassigned' as project_id

    from decided

    union all by name

    select
        *,
        'unassigned' as project_id

    from pipeline

    union all by name

    select * from receivables

),

measured as (

    select

        ---------- ids
        listed.client_id,
        coalesce(clients.group_id, listed.client_id) as group_id,
        listed.project_id,
        listed.company_id,

        ---------- strings
        listed.service_code,
        listed.month,
        listed.measure,

        ---------- numerics
        sum(listed.measure_amount) as measure_amount,

        ---------- booleans
        listed.is_intercompany or coalesce(clients.is_intercompany, false)
            as is_intercompany,

        ---------- dates
        months.last_day as month_end_date

    from listed

    left join clients
        on listed.client_id = clients.client_id

    left join months
        on listed.month = months.month

    group by all

)

select * from measured

where measure_amount != 0 and {{ in_scope('client_id') }}
