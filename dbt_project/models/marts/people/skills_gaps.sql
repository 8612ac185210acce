{#  The PSA says which skills a month needs, HR who holds them and until when. A
    holder's hours count once for each skill: they are an upper bound, not a plan. #}
with

months as (

    select * from {{ ref('int_months__counted') }}

),

days as (

    select * from {{ ref('int_days__counted') }}

),

required as (

    select
        required_skills.skill,
        days.fiscal_month as period,
        sum(required_skills.required_hours) as required_hours,
        count(distinct required_skills.project_id) as n_projects

    from {{ ref('int_psa_required_skills__unioned') }} as required_skills

    inner join days
        on required_skills.month = days.calendar_date

    group by all

),

records as (

    select * from {{ ref('int_people__identified') }}

),

holders as (

    select
        records.person_id,
        skills.skill,
        max(coalesce(skills.valid_to, date '9999-12-31')) as valid_to

    from {{ ref('int_hr_skills__unioned') }} as skills

    inner join records
        on
            {{ record_id(
                'skills.source_system', "'employee'", 'skills.employee_number'
            ) }} = records.record_id

    group by all

),

free as (

    select
        person_id,
        period,
        sum(capacity_hours) as capacity_hours,
        sum(allocated_hours) as allocated_hours

    from {{ ref('utilisation') }}

    group by all

),

held as (

    select
        required.skill,
        required.period,
        count(*) filter (where holders.valid_to >= months.first_day) as n_holders,
        count(*) filter (where holders.valid_to < months.last_day)
            as n_expiring_holders,
        sum(greatest(free.capacity_hours - free.allocated_hours, 0)) filter (
            where holders.valid_to >= months.first_day
        ) as free_hours

    from required

    inner join months
        on required.period = months.month

    inner join holders
        on lower(trim(required.skill)) = lower(trim(holders.skill))

    inner join free
        on holders.person_id = free.person_id and required.period = free.period

    group by all

),

gaps as (

    select

        ---------- ids
        required.skill,
        required.period,

        ---------- strings
        {{ skills_gap_told('required', 'held') }} as explanation,

        ---------- numerics
        cast(required.required_hours as decimal(18, 4)) as required_hours,
        cast(coalesce(held.free_hours, 0) as decimal(18, 4)) as free_hours,
        cast(greatest(
            required.required_hours - coalesce(held.free_hours, 0), 0
        ) as decimal(18, 4)) as gap_hours,
        required.n_projects,
        coalesce(held.n_holders, 0) as n_holders,
        coalesce(held.n_expiring_holders, 0) as n_expiring_holders

    from required

    left join held
        on required.skill = held.skill and required.period = held.period

)

select * from gaps
