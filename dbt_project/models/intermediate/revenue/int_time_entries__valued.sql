with

entries as (

    select * from {{ ref('int_time_entries__priced') }}

),

planned_work as (

    select * from {{ ref('int_planned_work__kept') }}

),

plan_rates as (

    select
        project_id,
        role,
        plan_date,
        case
            when min(bill_rate) = max(bill_rate) then min(bill_rate)
            else cast(
                sum(planned_amount) / nullif(sum(planned_hours), 0) as decimal(18, 4)
            )
        end as bill_rate

    from planned_work

    group by all

),

{#  A role's planned price holds until its next plan row; the first also holds before
    it. #}
dated_rates as (

    select
        project_id,
        role,
        bill_rate,
        case
            when
                lag(plan_date) over (partition by project_id, role order by plan_date)
                is null
                then date '0001-01-01'
            else plan_date
        end as valid_from,
        coalesce(
            lead(plan_date) over (partition by project_id, role order by plan_date),
            date '9999-12-31'
        ) as valid_before

    from plan_rates

),

planned_roles as (

    select
        project_id,
        bool_or(role = '') as has_open_role

    from plan_rates

    group by all

),

matched as (

    select
        entries.*,
        case
            when dated_rates.project_id is not null then entries.role
            when coalesce(planned_roles.has_open_role, true) then ''
        end as plan_role,
        cast(
            coalesce(dated_rates.bill_rate, entries.bill_rate) as decimal(18, 4)
        ) as plan_rate

    from entries

    left join dated_rates
        on
            entries.project_id = dated_rates.project_id
            and entries.role = dated_rates.role
            and entries.work_date >= dated_rates.valid_from
            and entries.work_date < dated_rates.valid_before
            and dated_rates.role != ''

    left join planned_roles
        on entries.project_id = planned_roles.project_id

),

valued as (

    select
        *,
        cast(round(hours * bill_rate, 2) as decimal(18, 2)) as work_amount,
        cast(round(hours * plan_rate, 2) as decimal(18, 2)) as work_at_plan_rate_amount

    from matched

)

select * from valued
