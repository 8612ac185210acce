with

accounts as (

    select * from {{ ref('int_crm_accounts__unioned') }}

),

psa_clients as (

    select * from {{ ref('int_psa_clients__unioned') }}

),

customers as (

    select * from {{ ref('int_accounting_customers__unioned') }}

),

unioned as (

    select
        source_system,
        'account' as source_record_type,
        account_id as source_record_id,
        'crm' as role,
        account_name as client_name,
        legal_name,
        tax_id,
        registration_id,
        domain,
        phone,
        cast(null as varchar) as email,
        street,
        postcode,
        city,
        country,
        currency_code,
        parent_account_id as parent_id,
        cast(null as varchar) as crm_account_id,
        psa_client_id,
        accounting_customer_id,
        merged_into_account_id as merged_into_id,
        company_id,
        coalesce(is_deleted, false) as is_deleted,
        coalesce(is_intercompany, false) as is_intercompany,
        created_at,
        updated_at

    from accounts

    union all

    select
        source_system,
        'client' as source_record_type,
        client_id as source_record_id,
        'psa' as role,
        client_name,
        legal_name,
        tax_id,
        cast(null as varchar) as registration_id,
        domain,
        phone,
        cast(null as varchar) as email,
        street,
        postcode,
        city,
        country,
        currency_code,
        cast(null as varchar) as parent_id,
        crm_account_id,
        cast(null as varchar) as psa_client_id,
        accounting_customer_id,
        cast(null as varchar) as merged_into_id,
        company_id,
        coalesce(is_deleted, false) as is_deleted,
        false as is_intercompany,
        created_at,
        updated_at

    from psa_clients

    union all

    select
        source_system,
        'customer' as source_record_type,
        customer_id as source_record_id,
        'accounting' as role,
        customer_name as client_name,
        legal_name,
        tax_id,
        registration_id,
        domain,
        phone,
        email,
        street,
        postcode,
        city,
        country,
        currency_code,
        parent_customer_id as parent_id,
        crm_account_id,
        psa_client_id,
        cast(null as varchar) as accounting_customer_id,
        merged_into_customer_id as merged_into_id,
        company_id,
        merged_into_customer_id is not null as is_deleted,
        coalesce(is_intercompany, false) as is_intercompany,
        created_at,
        updated_at

    from customers

),

keyed as (

    select
        {{ record_id('source_system', 'source_record_type', 'source_record_id') }}
            as record_id,
        *

    from unioned

)

select * from keyed
