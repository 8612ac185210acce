{#  A deal's sold value as an ordered row of parts, its projects first, then what has no
    project, with the running total before and after each part. #}
with

deals as (

    select * from {{ ref('int_deals__expected') }}

    where not is_copy

),

parts as (

    select
        deal_id,
        project_id,
        null as driver,
        deal_id as record_id,
        share_amount as part_amount

    from {{ ref('int_deal_projects__shared') }}

    union all

    select
        deal_id,
        'unassigned' as project_id,
        driver,
        record_id,
        unassigned_amount as part_amount

    from {{ ref('int_deals__unassigned') }}

),

ordered as (

    select
        parts.*,
        deals.client_id,
        deals.currency_code,
        deals.close_rate as exchange_rate,
        sum(parts.part_amount) over (
            partition by parts.deal_id
            order by
                parts.driver is not null,
                parts.project_id,
                parts.driver,
                parts.record_id
            rows between unbounded preceding and current row
        ) - parts.part_amount as total_from,
        sum(parts.part_amount) over (
            partition by parts.deal_id
            order by
                parts.driver is not null,
                parts.project_id,
                parts.driver,
                parts.record_id
            rows between unbounded preceding and current row
        ) as total_to

    from parts

    inner join deals
        on parts.deal_id = deals.deal_id

)

select * from ordered
