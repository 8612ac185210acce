with

source as (

    select * from {{ source('raw_imports_psa', 'projects') }}

),

renamed as (

    select

        connection as source_system,
        project_id,
        client_id,
        project_name,
        billing_type,
        project_code,
        crm_deal_id,
        status,
        start_date,
        end_date,
        {{ money('baseline_amount') }} as baseline_amount,
        {{ money('current_amount') }} as current_amount,
        cast(percent_complete as decimal(9, 4)) as percent_complete,
        {{ money('cap_amount') }} as cap_amount,
        currency_code,
        manager_email,
        progress_method,
        retainer_method,
        billing_cycle,
        service_code,
        is_template,
        is_test,
        is_legacy,
        is_at_risk,
        is_intercompany,
        baseline_at,
        created_at,
        updated_at,
        coalesce(is_deleted, false) as is_deleted,
        company_id

    from source

)

select * from renamed
