{#  The remaining value of paused and cancelled work. Where no amount is recorded it is
    the whole remainder. #}
with

projects as (

    select * from {{ ref('int_projects__described') }}

),

stated as (

    select * from {{ ref('int_holds__stated') }}

),

progress as (

    select * from {{ ref('int_progress__dated') }}

),

worked as (

    select
        project_id,
        sum(work_amount) as work_amount

    from {{ ref('int_time_entries__valued') }}

    where is_billable

    group by all

),

latest_progress as (

    select
        project_record_id,
        complete_weight,
        weight_total

    from progress

    qualify row_number() over (
        partition by project_record_id order by progress_date desc, record_id desc
    ) = 1

),

ranked as (

    select
        stated.*,
        projects.project_id,
        projects.billing_type,
        projects.current_amount
        - sum(coalesce(stated.hold_amount, 0)) over (
            partition by stated.project_record_id
        ) as open_amount,
        row_number() over (
            partition by stated.project_record_id, stated.hold_amount is null
            order by stated.record_id
        ) as rank_among_open

    from stated

    inner join projects
        on stated.project_record_id = projects.record_id

),

valued as (

    select
        ranked.project_record_id,
        ranked.project_id,
        ranked.record_id,
        ranked.driver,
        ranked.hold_amount is null as is_whole_remainder,
        case
            when ranked.hold_amount is not null then ranked.hold_amount
            when ranked.rank_among_open > 1 then 0
            when ranked.billing_type = 'fixed_fee'
                then {{ part_of(
                    'ranked.open_amount',
                    'coalesce(latest_progress.complete_weight, 0)',
                    'coalesce(latest_progress.weight_total, 1)',
                    'coalesce(latest_progress.weight_total, 1)'
                ) }}
            else greatest(ranked.open_amount - coalesce(worked.work_amount, 0), 0)
        end as hold_amount

    from ranked

    left join worked
        on ranked.project_id = worked.project_id

    left join latest_progress
        on ranked.project_record_id = latest_progress.project_record_id

)

select * from valued
