with

deals as (

    select * from {{ ref('int_crm_deals__unioned') }}

),

won as (

    select * from {{ ref('int_deals__expected') }}

),

client_records as (

    select * from {{ ref('int_clients__identified') }}

),

links as (

    select * from {{ ref('int_source_links__addressed') }}

),

described as (

    select

        ---------- ids
        deals.source_system || ':deal:' || deals.deal_id as deal_id,
        coalesce(client_records.client_id, 'unassigned') as client_id,
        won.survivor_deal_id,

        ---------- strings
        deals.deal_name,
        deals.stage,
        coalesce(won.currency_code, upper(deals.currency_code)) as currency_code,
        deals.billing_type,
        deals.owner_email,

        ---------- numerics
        deals.net_amount as reported_crm_amount,
        won.frozen_amount,
        won.expected_amount,
        deals.probability,

        ---------- booleans
        won.deal_id is not null as is_won,
        coalesce(won.is_disputed, false) as is_disputed,
        coalesce(deals.is_closed, false)
        or won.deal_id is not null as is_closed,
        coalesce(won.is_copy, false) as is_copy,
        coalesce(deals.is_deleted, false) as is_deleted,

        ---------- dates
        coalesce(won.close_date, deals.close_date) as close_date,
        deals.service_start_date,
        deals.service_end_date,
        won.frozen_at,

        ---------- lineage
        deals.source_system,
        'deal' as source_record_type,
        deals.deal_id as source_record_id,
        replace(links.url_template, '{id}', deals.deal_id) as source_url

    from deals

    left join won
        on won.deal_id = deals.source_system || ':deal:' || deals.deal_id

    left join client_records
        on
            client_records.record_id
            = deals.source_system || ':account:' || deals.account_id

    left join links
        on
            deals.source_system = links.source_system
            and links.source_record_type = 'deal'

)

select * from described
