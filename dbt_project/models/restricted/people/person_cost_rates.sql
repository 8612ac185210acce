{#  A person's own rate counts before the rate of the role and level. Whoever exists
    only in the PSA has the rate of the role, when there is one. #}
with

rates as (

    select * from {{ ref('int_hr_cost_rates__unioned') }}

),

records as (

    select * from {{ ref('int_people__identified') }}

),

people as (

    select * from {{ ref('people') }}

),

levels as (

    select
        records.person_id,
        max(lower(trim(employees.level))) as level

    from {{ ref('int_hr_employees__unioned') }} as employees

    inner join records
        on
            {{ record_id(
                'employees.source_system', "'employee'", 'employees.employee_number'
            ) }} = records.record_id

    group by all

),

own as (

    select
        records.person_id,
        'person' as rate_kind,
        rates.*

    from rates

    inner join records
        on
            {{ record_id(
                'rates.source_system', "'employee'", 'rates.employee_number'
            ) }} = records.record_id

),

of_roles as (

    select
        people.person_id,
        'role' as rate_kind,
        rates.*

    from rates

    inner join people
        on lower(trim(rates.role)) = lower(trim(people.role))

    left join levels
        on people.person_id = levels.person_id

    where
        coalesce(rates.employee_number, '') = ''
        and (
            coalesce(trim(rates.level), '') = ''
            or lower(trim(rates.level)) = levels.level
        )

),

united as (

    select * from own

    union all

    select * from of_roles

),

person_cost_rates as (

    select

        ---------- ids
        person_id,

        ---------- strings
        rate_kind,

        ---------- numerics
        loaded_cost_rate,
        upper(currency_code) as currency_code,

        ---------- dates
        valid_from,
        coalesce(valid_to, date '9999-12-31') as valid_to

    from united

    qualify row_number() over (
        partition by person_id, rate_kind, valid_from
        order by coalesce(level, '') desc, loaded_cost_rate desc, source_system asc
    ) = 1

)

select * from person_cost_rates
