{#  Hours that cannot be right for who logged them, or that have no price. #}
with

entries as (

    select * from {{ ref('int_time_entries__valued') }}

),

records as (

    select * from {{ ref('int_people__identified') }}

),

people as (

    select * from {{ ref('people') }}

),

capacity as (

    select * from {{ ref('capacity') }}

),

projects as (

    select * from {{ ref('projects') }}

),

logged as (

    select
        records.person_id,
        entries.project_id,
        projects.record_id as project_record_id,
        entries.work_date,
        entries.hours,
        entries.is_billable
        and coalesce(projects.billing_type = 'time_and_materials', false) as is_priced,
        entries.bill_rate,
        entries.work_at_plan_rate_amount,
        projects.currency_code,
        people.start_date,
        people.end_date

    from entries

    inner join records
        on
            {{ record_id(
                "split_part(entries.record_id, ':', 1)", "'person'", 'entries.person_id'
            ) }} = records.record_id

    inner join people
        on records.person_id = people.person_id

    inner join projects
        on entries.project_id = projects.project_id

    where entries.hours > 0

),

judged as (

    select
        logged.*,
        case
            when logged.is_priced and logged.bill_rate = 0 then 'rate_missing'
            when logged.work_date > logged.end_date then 'time_after_leaving'
            when logged.work_date < logged.start_date then 'time_before_joining'
            when capacity.contract_hours > 0 and capacity.capacity_hours = 0
                then 'time_on_day_off'
            when logged.is_priced then 'none'
        end as fault

    from logged

    left join capacity
        on
            logged.person_id = capacity.person_id
            and logged.work_date = capacity.capacity_date

),

summed as (

    select
        person_id,
        fault,
        project_id,
        project_record_id,
        currency_code,
        sum(hours) as fault_hours,
        count(distinct work_date) as n_days,
        min(work_date) as first_date,
        max(work_date) as last_date,
        sum(case when fault = 'rate_missing' then work_at_plan_rate_amount else 0 end)
            as unpriced_amount

    from judged

    where fault is not null

    group by all

)

select * from summed
