with

source as (

    select * from {{ source('raw_imports_crm', 'deals') }}

),

renamed as (

    select

        connection as source_system,
        deal_id,
        account_id,
        deal_name,
        stage,
        {{ money('net_amount') }} as net_amount,
        {{ money('list_amount') }} as list_amount,
        currency_code,
        is_won,
        is_closed,
        cast(probability as decimal(9, 6)) as probability,
        close_date,
        closed_at,
        handed_over_at,
        service_start_date,
        service_end_date,
        billing_type,
        contract_type,
        owner_email,
        {{ money('included_tax_amount') }} as included_tax_amount,
        psa_project_id,
        amendment_of_deal_id,
        created_at,
        updated_at,
        coalesce(is_deleted, false) as is_deleted,
        company_id

    from source

)

select * from renamed
