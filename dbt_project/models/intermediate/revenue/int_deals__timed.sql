with

limits as (

    select * from {{ source('rules', 'limits') }}

    where event = 'freeze'

),

deals as (

    select * from {{ ref('int_deals__won') }}

),

days as (

    select * from {{ ref('int_days__counted') }}

),

deal_projects as (

    select * from {{ ref('int_deal_projects__linked') }}

),

project_records as (

    select * from {{ ref('int_projects__identified') }}

),

projects as (

    select * from {{ ref('int_psa_projects__unioned') }}

),

handed_over as (

    select
        deal_projects.source_system || ':deal:' || deal_projects.deal_id as deal_id,
        min(projects.created_at) as first_project_at

    from deal_projects

    inner join project_records
        on deal_projects.project_id = project_records.project_id

    inner join projects
        on
            project_records.source_system = projects.source_system
            and project_records.source_record_id = projects.project_id

    group by all

),

closing_days as (

    select
        deals.deal_id,
        days.working_day_number + limits.working_days as last_open_day_number

    from deals

    cross join limits

    inner join days
        on deals.close_date = days.calendar_date

),

{#  The sold value may still be corrected until the end of this day. #}
grace as (

    select
        closing_days.deal_id,
        {{ utc_midnight('days.calendar_date + interval 1 day') }} as grace_ends_at

    from closing_days

    inner join days
        on
            closing_days.last_open_day_number = days.working_day_number
            and days.is_working_day

),

timed as (

    select
        deals.deal_id,
        least(
            coalesce(
                deals.handed_over_at, handed_over.first_project_at, grace.grace_ends_at
            ),
            coalesce(
                grace.grace_ends_at, deals.handed_over_at, handed_over.first_project_at
            )
        ) as frozen_at

    from deals

    left join handed_over
        on deals.deal_id = handed_over.deal_id

    left join grace
        on deals.deal_id = grace.deal_id

)

select * from timed
