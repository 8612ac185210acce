{#  Where every piece of time stood, from when until when: waiting for approval, ready,
    overdue, beyond the cap, or billed before it was worked. #}
with

firm as (select * from {{ source('rules', 'firm') }}),

limits as (

    select * from {{ source('rules', 'limits') }}

    where event = 'submitted_to_approved'

),

days as (

    select * from {{ ref('int_days__counted') }}

),

pieces as (

    select * from {{ ref('int_time_entries__billed') }}

),

runs as (

    select * from {{ ref('int_billing_runs__due') }}

),

timed as (

    select
        pieces.project_id,
        pieces.record_id,
        pieces.value_amount,
        pieces.is_over_cap,
        pieces.submitted_date,
        pieces.work_date,
        coalesce(pieces.invoice_date, date '9999-12-31') as billed_from,
        case
            when pieces.is_over_cap or pieces.approved_date is null
                then date '9999-12-31'
            else greatest(pieces.approved_date, pieces.work_date)
        end as ready_from,
        coalesce(runs.overdue_from, date '9999-12-31') as overdue_from

    from pieces

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
        -value_amount as state_amount,
        work_date as from_date,
        least(ready_from, billed_from) as to_date,
        submitted_date

    from timed

    union all

    select
        project_id,
        record_id,
        'wip_within_cycle' as driver,
        -value_amount as state_amount,
        ready_from as from_date,
        least(overdue_from, billed_from) as to_date,
        submitted_date

    from timed

    union all

    select
        project_id,
        record_id,
        'wip_overdue' as driver,
        -value_amount as state_amount,
        greatest(ready_from, overdue_from) as from_date,
        billed_from as to_date,
        submitted_date

    from timed

    union all

    select
        project_id,
        record_id,
        'billed_in_advance' as driver,
        value_amount as state_amount,
        billed_from as from_date,
        work_date as to_date,
        submitted_date

    from timed

),

dated as (

    select
        states.project_id,
        states.record_id,
        states.driver,
        case
            when states.driver != 'time_not_approved' then null
            when
                judged.working_day_number - submitted.working_day_number
                > limits.working_days
                then 'F'
            else 'T'
        end as driver_class,
        states.state_amount,
        states.from_date,
        states.to_date

    from states

    cross join limits

    inner join firm
        on states.from_date <= firm.as_of

    left join days as judged
        on least(states.to_date, firm.as_of) = judged.calendar_date

    left join days as submitted
        on states.submitted_date = submitted.calendar_date

    where states.from_date < states.to_date

)

select * from dated
