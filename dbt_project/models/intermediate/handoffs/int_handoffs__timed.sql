{#  Lags are counted in working days of the firm between the two business days. What is
    open waits until as_of: at least so many days, never dropped. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

events as (

    select * from {{ ref('handoff_events') }}

),

limits as (

    select * from {{ source('rules', 'limits') }}

),

days as (

    select
        calendar_date,
        working_day_number

    from {{ ref('int_days__counted') }}

),

listed as (

    select * from {{ ref('int_sales_handoffs__listed') }}

    union all by name

    select * from {{ ref('int_work_handoffs__listed') }}

    union all by name

    select * from {{ ref('int_timesheet_handoffs__listed') }}

    union all by name

    select * from {{ ref('int_plan_handoffs__listed') }}

    union all by name

    select * from {{ ref('int_billing_handoffs__listed') }}

    union all by name

    select * from {{ ref('int_ledger_handoffs__listed') }}

    union all by name

    select * from {{ ref('int_people_handoffs__listed') }}

    union all by name

    select * from {{ ref('int_time_off_handoffs__listed') }}

    union all by name

    select * from {{ ref('int_entity_handoffs__listed') }}

),

numbered as (

    select
        listed.*,
        events.owner_role,
        events.to_role,
        events.from_role,
        limits.working_days as limit_working_days,
        triggered.working_day_number as triggered_number,
        coalesce(done.working_day_number, today.working_day_number) as closed_number,
        case
            when listed.due_date is not null then due.working_day_number
            when listed.event = 'hire_to_psa'
                then triggered.working_day_number - limits.working_days
            else triggered.working_day_number + limits.working_days
        end as due_number

    from listed

    cross join firm

    inner join events
        on listed.event = events.event

    inner join limits
        on listed.event = limits.event

    inner join days as triggered
        on listed.triggered_date = triggered.calendar_date

    inner join days as today
        on firm.as_of = today.calendar_date

    left join days as done
        on listed.done_date = done.calendar_date

    left join days as due
        on listed.due_date = due.calendar_date

),

timed as (

    select
        *,
        cast(closed_number - triggered_number as integer) as lag_working_days,
        cast(greatest(closed_number - due_number, 0) as integer) as late_working_days,
        done_date is null as is_open,
        case
            when done_date is null and closed_number > due_number then 'missing'
            when done_date is null then 'pending'
            when coalesce(is_out_of_order, false) then 'out_of_order'
            when coalesce(n_triggers, 1) > 1 then 'duplicate'
            when mismatch is not null then 'mismatch'
            when closed_number > due_number then 'late'
            else 'on_time'
        end as state

    from numbered

)

select * from timed
