{#  Allocations day by day, on the days that the firm works. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

allocations as (

    select * from {{ ref('int_psa_allocations__unioned') }}

),

days as (

    select * from {{ ref('int_days__counted') }}

    where is_working_day

),

records as (

    select * from {{ ref('int_people__identified') }}

),

dated as (

    select
        records.person_id,
        allocations.source_system,
        allocations.person_id as psa_person_id,
        {{ record_id(
            'allocations.source_system', "'project'", 'allocations.project_id'
        ) }}
            as project_record_id,
        days.calendar_date,
        sum(allocations.hours_per_day) filter (
            where not coalesce(allocations.is_soft, false)
        ) as allocated_hours,
        sum(allocations.hours_per_day) filter (where allocations.is_soft) as soft_hours

    from allocations

    cross join firm

    inner join days
        on
            days.calendar_date between allocations.from_date and allocations.to_date
            and days.calendar_date
            between firm.as_of - 730 and firm.as_of + 365

    inner join records
        on
            {{ record_id(
                'allocations.source_system', "'person'", 'allocations.person_id'
            ) }} = records.record_id

    group by all

)

select * from dated
