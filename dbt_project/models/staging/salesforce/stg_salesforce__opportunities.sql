with

source as (

    select * from {{ source('salesforce', 'opportunities') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        id as deal_id,
        account_id,

        ---------- strings
        trim(name) as deal_name,
        stage_name as stage,

        ---------- numerics
        {{ money('amount') }} as net_amount,
        {{ money('list_amount') }} as list_amount,
        upper(currency_iso_code) as currency_code,

        ---------- booleans
        is_won,
        is_closed,
        cast(
            probability * cast(0.01 as decimal(3, 2)) as decimal(9, 6)
        ) as probability,

        ---------- dates
        close_date,
        case when is_closed then last_stage_change_date end as closed_at,
        handed_over_at,
        service_start_date,
        service_end_date,

        ---------- terms
        billing_type,
        contract_type,
        lower(owner_email) as owner_email,
        {{ money('included_tax_amount') }} as included_tax_amount,
        psa_project_id,
        amendment_of_deal_id,

        ---------- timestamps
        created_date as created_at,
        system_modstamp as updated_at,

        ---------- lineage
        is_deleted or gone_at is not null as is_deleted,
        company_id

    from source

)

select * from renamed
