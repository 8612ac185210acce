with

source as (

    select * from {{ source('kantata', 'workspaces') }}

),

listed as (

    select * from {{ source('kantata', 'workspace_ids') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        id as project_id,
        workspace_group_id as client_id,
        trim(title) as project_name,
        coalesce(
            billing_type,
            case when is_fixed_fee then 'fixed_fee' else 'time_and_materials' end
        ) as billing_type,
        project_code,
        crm_deal_id,
        case
            when lower(status) like '%complet%' or lower(status) like '%closed%'
                then 'completed'
            when lower(status) like '%hold%' then 'on_hold'
            when lower(status) like '%cancel%' then 'cancelled'
            when lower(status) like '%active%' or lower(status) like '%progress%'
                then 'active'
            else 'planned'
        end as status,
        start_date,
        due_date as end_date,
        {{ money('baseline_amount') }} as baseline_amount,
        {{ money('price') }} as current_amount,
        cast(percentage_complete as decimal(9, 4)) as percent_complete,
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
        baseline_at,
        created_at,
        updated_at,
        {{ is_unlisted('id') }} as is_deleted,
        company_id

    from source

)

select * from renamed
