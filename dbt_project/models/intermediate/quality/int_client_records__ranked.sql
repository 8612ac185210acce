{#  The same legal entity twice in one system. The books need one customer for each
    currency and company. The record most documents refer to survives, then the
    oldest. #}
with

clients as (

    select * from {{ ref('int_clients__unioned') }}

),

records as (

    select * from {{ ref('int_clients__identified') }}

),

worth as (

    select * from {{ ref('int_client_records__valued') }}

),

retired as (

    select source_system || ':customer:' || customer_id as record_id

    from {{ ref('int_accounting_customers__unioned') }}

    where not coalesce(is_active, true)

),

live as (

    select
        records.record_id,
        records.source_system,
        records.source_record_type,
        records.source_record_id,
        records.client_id,
        coalesce(records.legal_entity_id, records.client_id) as legal_entity_id,
        clients.role,
        clients.client_name,
        clients.parent_id,
        coalesce(clients.company_id, '') as company_id,
        case clients.role
            when 'accounting' then coalesce(upper(clients.currency_code), '')
            else ''
        end as account_currency,
        clients.created_at,
        coalesce(worth.n_references, 0) as n_references,
        coalesce(worth.worth_amount, 0) as worth_amount

    from records

    inner join clients
        on records.record_id = clients.record_id

    left join worth
        on records.record_id = worth.record_id

    left join retired
        on records.record_id = retired.record_id

    where
        not clients.is_deleted
        and retired.record_id is null

),

ranked as (

    select
        *,
        row_number() over (
            order by n_references desc, created_at asc nulls last, source_record_id asc
        ) as worth_rank,
        first_value(source_record_id) over same_client as survivor_id

    from live

    window same_client as (
        partition by
            source_system,
            source_record_type,
            legal_entity_id,
            company_id,
            account_currency
        order by n_references desc, created_at asc nulls last, source_record_id asc
    )

)

select * from ranked
