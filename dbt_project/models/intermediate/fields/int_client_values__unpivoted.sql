with

clients as (

    select * from {{ ref('int_clients__unioned') }}

),

records as (

    select * from {{ ref('int_clients__identified') }}

),

retired as (

    select source_system || ':customer:' || customer_id as record_id

    from {{ ref('int_accounting_customers__unioned') }}

    where not coalesce(is_active, true)

),

collected as (

    select
        clients.record_id,
        clients.role,
        clients.client_name,
        clients.legal_name,
        clients.tax_id,
        clients.domain,
        case
            when trim(clients.street) != ''
                then concat_ws(
                    ', ',
                    clients.street,
                    clients.postcode,
                    clients.city,
                    clients.country
                )
        end as billing_address,
        clients.currency_code as invoice_currency,
        clients.updated_at

    from clients

    left join retired
        on clients.record_id = retired.record_id

    where
        not clients.is_deleted
        and retired.record_id is null

),

unpivoted as (

    select * from collected

    unpivot (
        stated_value for field in (
            client_name, legal_name, tax_id, domain, billing_address, invoice_currency
        )
    )

),

identified as (

    select
        'client' as entity,
        coalesce(records.legal_entity_id, records.client_id) as entity_id,
        records.client_id,
        records.record_id,
        records.source_system,
        records.source_record_type,
        records.source_record_id,
        unpivoted.role,
        unpivoted.field,
        unpivoted.field as stated_field,
        unpivoted.stated_value,
        unpivoted.updated_at

    from unpivoted

    inner join records
        on unpivoted.record_id = records.record_id

    where trim(unpivoted.stated_value) != ''

)

select * from identified
