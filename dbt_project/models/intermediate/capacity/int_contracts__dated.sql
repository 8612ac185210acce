{#  A contract ends when the next one begins, whatever its own end says. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

days as (

    select * from {{ ref('int_days__counted') }}

),

employees as (

    select * from {{ ref('int_hr_employees__unioned') }}

),

named_contracts as (

    select
        *,
        lower(coalesce(nullif(trim(work_days), ''), 'mon tue wed thu fri'))
            as week_days

    from {{ ref('int_hr_contracts__unioned') }}

),

contracts as (

    select
        *,
        len(string_split(week_days, ' ')) as n_week_days,
        lead(valid_from) over (
            partition by source_system, employee_number
            order by valid_from, weekly_hours
        ) as replaced_on

    from named_contracts

),

records as (

    select * from {{ ref('int_people__identified') }}

),

contracted as (

    select
        records.person_id,
        employees.department,
        employees.role,
        days.calendar_date,
        days.fiscal_month,
        contracts.weekly_hours / contracts.n_week_days as contract_hours

    from employees

    cross join firm

    inner join records
        on
            {{ record_id(
                'employees.source_system', "'employee'", 'employees.employee_number'
            ) }} = records.record_id

    inner join contracts
        on
            employees.source_system = contracts.source_system
            and employees.employee_number = contracts.employee_number

    inner join days
        on
            firm.as_of - 730 <= days.calendar_date
            and firm.as_of + 365 >= days.calendar_date
            and contracts.valid_from <= days.calendar_date
            and coalesce(contracts.valid_to >= days.calendar_date, true)
            and coalesce(contracts.replaced_on > days.calendar_date, true)
            and coalesce(employees.start_date <= days.calendar_date, true)
            and coalesce(employees.end_date >= days.calendar_date, true)
            and contracts.week_days
            like '%' || lower(left(dayname(days.calendar_date), 3)) || '%'

    qualify row_number() over (
        partition by records.person_id, days.calendar_date
        order by contracts.valid_from desc, employees.employee_number asc
    ) = 1

)

select * from contracted
