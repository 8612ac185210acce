with

firm as (

    select * from {{ source('rules', 'firm') }}

),

deals as (

    select * from {{ ref('int_deals__won') }}

),

copied as (

    select * from {{ ref('int_deals__copied') }}

),

faults as (

    select * from {{ ref('int_faults__weighed') }}

    where driver = 'duplicate_deal'

),

judged as (

    select
        'one_record_per_deal' as claim,
        deals.deal_id as record_id,
        '' as subject,
        deals.source_system,
        'deal' as source_record_type,
        deals.source_record_id,
        deals.client_id,
        case
            when copied.deal_id is not null
                then
                    'Deal ' || deals.deal_name || ' (' || deals.source_record_id
                    || ') in CRM looks like a copy of '
                    || split_part(copied.survivor_deal_id, ':deal:', 2)
                    || '. Merge the two deals there.'
        end as sentence,
        'critical' as severity,
        'sales' as owner_role,
        'crm' as fix_in,
        coalesce(faults.money_at_stake, 0) as money_at_stake,
        firm.reporting_currency as currency_code

    from deals

    cross join firm

    left join copied
        on deals.deal_id = copied.deal_id

    left join faults
        on deals.deal_id = faults.record_id

)

select * from judged
