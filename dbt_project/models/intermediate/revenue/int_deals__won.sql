{#  Deals that are won, and deals that were won, have a project and were reopened: until
    they are lost, what was sold stays sold and is disputed. #}
with

firm as (select * from {{ source('rules', 'firm') }}),

stages as (

    select * from {{ source('rules', 'stages') }}

),

deals as (

    select
        deals.*,
        coalesce(deals.is_won, stages.meaning = 'won', false) as is_won_now,
        coalesce(deals.is_closed, stages.meaning in ('won', 'lost'), false)
            as is_closed_now

    from {{ ref('int_crm_deals__unioned') }} as deals

    left join stages
        on
            deals.source_system = stages.source_system
            and lower(deals.stage) = lower(stages.stage)

    where not coalesce(deals.is_deleted, false)

),

accounts as (

    select * from {{ ref('int_crm_accounts__unioned') }}

),

clients as (

    select * from {{ ref('int_clients__identified') }}

),

linked as (

    select distinct
        source_system,
        deal_id

    from {{ ref('int_deal_projects__linked') }}

),

{#  When a deal that is no longer won last entered a won stage. #}
reopened as (

    select
        history.source_system,
        history.deal_id,
        max(history.entered_at) as won_at

    from {{ ref('int_crm_stage_history__unioned') }} as history

    inner join stages
        on
            history.source_system = stages.source_system
            and lower(history.stage) = lower(stages.stage)

    inner join linked
        on
            history.source_system = linked.source_system
            and history.deal_id = linked.deal_id

    inner join deals
        on
            history.source_system = deals.source_system
            and history.deal_id = deals.deal_id

    where
        stages.meaning = 'won' and not deals.is_won_now and not deals.is_closed_now

    group by all

),

won as (

    select
        deals.source_system || ':deal:' || deals.deal_id as deal_id,
        deals.source_system,
        deals.deal_id as source_record_id,
        coalesce(clients.client_id, 'unassigned') as client_id,
        deals.deal_name,
        upper(
            coalesce(
                deals.currency_code, accounts.currency_code, firm.reporting_currency
            )
        ) as currency_code,
        deals.billing_type,
        deals.contract_type,
        deals.amendment_of_deal_id,
        case when deals.is_won_now then deals.net_amount else 0 end as now_amount,
        deals.net_amount as held_amount,
        not deals.is_won_now as is_disputed,
        deals.list_amount,
        coalesce(deals.included_tax_amount, 0) as included_tax_amount,
        coalesce(
            {{ local_date('reopened.won_at') }},
            deals.close_date,
            {{ local_date('deals.closed_at') }},
            {{ local_date('deals.created_at') }},
            firm.as_of
        ) as close_date,
        deals.service_start_date,
        deals.service_end_date,
        deals.handed_over_at,
        deals.created_at

    from deals

    cross join firm

    left join reopened
        on
            deals.source_system = reopened.source_system
            and deals.deal_id = reopened.deal_id

    left join accounts
        on
            deals.source_system = accounts.source_system
            and deals.account_id = accounts.account_id

    left join clients
        on clients.record_id = deals.source_system || ':account:' || deals.account_id

    where deals.is_won_now or reopened.deal_id is not null

)

select * from won
