with

firm as (

    select * from {{ source('rules', 'firm') }}

),

stages as (

    select * from {{ source('rules', 'stages') }}

),

deals as (

    select * from {{ ref('int_crm_deals__unioned') }}

),

accounts as (

    select * from {{ ref('int_crm_accounts__unioned') }}

),

clients as (

    select * from {{ ref('int_clients__identified') }}

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
        deals.net_amount as now_amount,
        deals.list_amount,
        coalesce(deals.included_tax_amount, 0) as included_tax_amount,
        coalesce(
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

    left join stages
        on
            deals.source_system = stages.source_system
            and lower(deals.stage) = lower(stages.stage)

    left join accounts
        on
            deals.source_system = accounts.source_system
            and deals.account_id = accounts.account_id

    left join clients
        on clients.record_id = deals.source_system || ':account:' || deals.account_id

    where
        coalesce(deals.is_won, stages.meaning = 'won', false)
        and not coalesce(deals.is_deleted, false)

)

select * from won
