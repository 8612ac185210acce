with

source as (

    select * from {{ source('hubspot', 'deals') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        id as deal_id,
        associated_company_id as account_id,

        ---------- strings
        trim(dealname) as deal_name,
        dealstage as stage,

        ---------- numerics
        {{ money('amount') }} as net_amount,
        {{ money('list_amount') }} as list_amount,
        upper(deal_currency_code) as currency_code,

        ---------- booleans
        hs_is_closed_won as is_won,
        hs_is_closed as is_closed,
        cast(hs_deal_stage_probability as decimal(9, 6)) as probability,

        ---------- dates
        {{ local_date('closedate') }} as close_date,
        case
            when hs_is_closed then hs_v2_date_entered_current_stage
        end as closed_at,
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
        createdate as created_at,
        hs_lastmodifieddate as updated_at,

        ---------- lineage
        archived or gone_at is not null as is_deleted,
        company_id

    from source

)

select * from renamed
