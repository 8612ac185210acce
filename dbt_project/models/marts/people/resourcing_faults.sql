{#  Who joined and is not in the PSA is told by the handoffs, who HR does not know by
    the missing links. #}
with

faults as (

    select * from {{ ref('int_resourcing_faults__examined') }}

    where fault is not null

),

records as (

    select * from {{ ref('int_people__identified') }}

),

hires as (

    select * from {{ ref('handoffs') }}

    where event = 'hire_to_psa' and state = 'missing'

),

unknown_to_hr as (

    select * from {{ ref('int_people_in_hr__compared') }}

    where sentence is not null

),

listed as (

    select
        person_id,
        record_id,
        fault,
        case
            when claim is null then 'late_handoffs' else 'resourcing_faults'
        end as told_by_suite,
        sentence as explanation,
        owner_role,
        fix_in,
        fault_hours,
        n_days,
        money_at_stake,
        currency_code,
        first_date,
        last_date

    from faults

    union all by name

    select
        records.person_id,
        records.record_id,
        'hire_not_in_psa' as fault,
        'late_handoffs' as told_by_suite,
        hires.explanation,
        hires.owner_role,
        hires.to_role as fix_in,
        hires.money_at_stake,
        hires.currency_code,
        hires.triggered_date as first_date

    from hires

    inner join records
        on hires.record_id = records.record_id

    union all by name

    select
        records.person_id,
        records.record_id,
        'not_in_hr' as fault,
        'missing_links' as told_by_suite,
        unknown_to_hr.sentence as explanation,
        'people' as owner_role,
        'hr' as fix_in

    from unknown_to_hr

    inner join records
        on unknown_to_hr.record_id = records.record_id

),

resourcing_faults as (

    select

        ---------- ids
        person_id,
        record_id,

        ---------- strings
        fault,
        told_by_suite,
        explanation,
        owner_role,
        fix_in,

        ---------- numerics
        cast(coalesce(fault_hours, 0) as decimal(18, 4)) as fault_hours,
        coalesce(n_days, 0) as n_days,
        coalesce(money_at_stake, 0) as money_at_stake,
        currency_code,

        ---------- dates
        first_date,
        last_date

    from listed

)

select * from resourcing_faults
