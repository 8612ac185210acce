with

source as (

    select * from {{ source('birdview', 'projects') }}

),

listed as (

    select * from {{ source('birdview', 'project_ids') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        project_id,
        customer_id as client_id,
        trim(name) as project_name,
        lower(billing_type) as billing_type,
        code as project_code,
        crm_deal_id,
        lower(status) as status,
        start_date,
        end_date,
        {{ money('baseline_amount') }} as baseline_amount,
        {{ money('budget') }} as current_amount,
        cast(percent_complete as decimal(9, 4)) as percent_complete,
        {{ money('cap_amount') }} as cap_amount,
        upper(currency) as currency_code,
        lower(manager_email) as manager_email,
        progress_method,
        retainer_method,
        billing_cycle,
        service_code,
        is_template,
        is_test,
        is_legacy,
        is_at_risk,
        is_intercompany,
        baseline_date as baseline_at,
        creation_date as created_at,
        last_modification_date as updated_at,
        {{ is_unlisted('project_id') }} as is_deleted,
        company_id

    from source

)

select * from renamed
