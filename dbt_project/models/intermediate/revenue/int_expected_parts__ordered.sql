{#  A deal's sold value as an ordered row of parts, its projects first, then what has no
    project. Parts that fall in the same months share a schedule, within which the
    running totals before and after each part count. What sums to nothing has no months
    of its own. #}
with

deals as (

    select * from {{ ref('int_deals__expected') }}

    where not is_copy

),

divided as (

    select * from {{ ref('int_deals__divided') }}

),

schedules as (

    select distinct
        deal_id,
        schedule_id

    from {{ ref('int_deal_lines__scheduled') }}

),

parts as (

    select
        deal_id,
        project_id,
        null as driver,
        deal_id as record_id,
        share_amount as part_amount,
        case when share_method = 'lines' then project_id else 'work' end
            as told_schedule_id

    from {{ ref('int_deal_projects__shared') }}

    union all

    select
        unassigned.deal_id,
        'unassigned' as project_id,
        unassigned.driver,
        unassigned.record_id,
        unassigned.unassigned_amount as part_amount,
        case
            when unassigned.driver in ('outside_delivery_scope', 'future_term')
                then unassigned.record_id
            when unassigned.driver != 'split_gap' and divided.share_method = 'lines'
                then 'open'
            else 'work'
        end as told_schedule_id

    from {{ ref('int_deals__unassigned') }} as unassigned

    inner join divided
        on unassigned.deal_id = divided.deal_id

),

numbered as (

    select
        parts.*,
        deals.client_id,
        deals.currency_code,
        deals.close_rate as exchange_rate,
        case
            when deals.expected_amount = 0 then 'dates'
            else coalesce(schedules.schedule_id, 'dates')
        end as schedule_id,
        row_number() over (
            partition by parts.deal_id
            order by
                parts.driver is not null,
                parts.project_id,
                parts.driver,
                parts.record_id
        ) as part_number

    from parts

    inner join deals
        on parts.deal_id = deals.deal_id

    left join schedules
        on
            parts.deal_id = schedules.deal_id
            and parts.told_schedule_id = schedules.schedule_id

),

ordered as (

    select
        deal_id,
        project_id,
        driver,
        record_id,
        part_amount,
        client_id,
        currency_code,
        exchange_rate,
        schedule_id,
        min(part_number) over (partition by deal_id, schedule_id) as schedule_number,
        sum(part_amount) over (
            partition by deal_id, schedule_id order by part_number
        ) - part_amount as total_from,
        sum(part_amount) over (
            partition by deal_id, schedule_id order by part_number
        ) as total_to

    from numbered

)

select * from ordered
