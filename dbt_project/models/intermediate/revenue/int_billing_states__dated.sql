{#  Where every piece of time stood, from when until when: waiting for approval, ready,
    overdue, beyond the cap, or billed before it was worked. A bill ahead of the work
    pays for approved work only: approval comes first. #}
with

limits as (
    select * from {{ source('rules', 'limits') }}
    where event = 'submitted_to_approved'
),

days as (select * from {{ ref('int_days__counted') }}),

pieces as (select * from {{ ref('int_time_entries__billed') }}),

runs as (select * from {{ ref('int_billing_runs__due') }}),

{#  Until this day time waits in time. #}
late as (

    select
        submitted.calendar_date as submitted_date,
        late.calendar_date as late_from

    from days as submitted

    cross join limits

    inner join days as late
        on
            submitted.working_day_number + limits.working_days + 1
            = late.working_day_number
            and late.is_working_day

),

readied as (

    select
        *,
        coalesce(invoice_date, date '9999-12-31') as invoiced_from,
        case
            when is_over_cap or approved_date is null then date '9999-12-31'
            else greatest(approved_date, work_date)
        end as ready_from

    from pieces

),

timed as (

    select
        pieces.project_id,
        pieces.record_id,
        pieces.value_amount,
        pieces.is_over_cap,
        pieces.work_date,
        pieces.ready_from,
        pieces.invoiced_from,
        case
            when not pieces.is_advance then pieces.invoiced_from
            else greatest(pieces.invoiced_from, pieces.ready_from)
        end as billed_from,
        case when pieces.is_advance then pieces.ready_from else pieces.work_date end
            as earned_from,
        coalesce(late.late_from, date '9999-12-31') as late_from,
        coalesce(runs.overdue_from, date '9999-12-31') as overdue_from

    from readied as pieces

    left join late
        on not pieces.is_over_cap and pieces.submitted_date = late.submitted_date

    left join runs
        on
            pieces.project_id = runs.project_id
            and pieces.approved_date = runs.ready_date

),

states as (

    select
        project_id,
        record_id,
        case when is_over_cap then 'over_cap' else 'time_not_approved' end as driver,
        case when not is_over_cap then 'T' end as driver_class,
        -value_amount as state_amount,
        work_date as from_date,
        least(late_from, ready_from, billed_from) as to_date

    from timed

    union all

    select
        project_id,
        record_id,
        'time_not_approved' as driver,
        'F' as driver_class,
        -value_amount as state_amount,
        greatest(work_date, late_from) as from_date,
        least(ready_from, billed_from) as to_date

    from timed

    union all

    select
        project_id,
        record_id,
        'wip_within_cycle' as driver,
        null as driver_class,
        -value_amount as state_amount,
        ready_from as from_date,
        least(overdue_from, billed_from) as to_date

    from timed

    union all

    select
        project_id,
        record_id,
        'wip_overdue' as driver,
        null as driver_class,
        -value_amount as state_amount,
        greatest(ready_from, overdue_from) as from_date,
        billed_from as to_date

    from timed

    union all

    select
        project_id,
        record_id,
        'billed_in_advance' as driver,
        null as driver_class,
        value_amount as state_amount,
        invoiced_from as from_date,
        earned_from as to_date

    from timed

)

select * from states

where from_date < to_date
