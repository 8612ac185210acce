{#  At the end of every month: which progress is not billed yet, and which lines are
    ahead of the work. What lies beyond the other side's total is open. Work below zero
    that nobody credited is billed ahead too. #}
with

laid as (

    select * from {{ ref('int_progress_billing__laid') }}

),

runs as (

    select * from {{ ref('int_billing_runs__due') }}

),

totals as (

    select
        project_id,
        side,
        month,
        arg_max(running_amount, (event_date, record_id)) as total_amount

    from laid

    group by all

),

faced as (

    select
        laid.*,
        totals.total_amount as other_amount,
        coalesce(
            lag(laid.amount_to) over (
                partition by laid.project_id, laid.side, laid.month
                order by laid.event_date, laid.record_id
            ),
            least(coalesce(totals.total_amount, 0), 0)
        ) as amount_from

    from laid

    left join totals
        on
            laid.project_id = totals.project_id
            and laid.month = totals.month
            and laid.side != totals.side

),

opened as (

    select
        *,
        case
            when other_amount is null then amount_to - amount_from
            else greatest(amount_to - greatest(amount_from, other_amount), 0)
        end as open_amount

    from faced

),

stated as (

    select
        opened.project_id,
        opened.record_id,
        opened.month,
        case
            when opened.side = 'line' or opened.open_amount < 0
                then 'billed_in_advance'
            when runs.overdue_from <= opened.last_past_day then 'wip_overdue'
            else 'wip_within_cycle'
        end as driver,
        case
            when opened.side = 'line' then opened.open_amount
            else -opened.open_amount
        end as state_amount

    from opened

    left join runs
        on
            opened.project_id = runs.project_id
            and opened.event_date = runs.ready_date
            and opened.side = 'delivery'

    where opened.open_amount != 0

)

select * from stated
