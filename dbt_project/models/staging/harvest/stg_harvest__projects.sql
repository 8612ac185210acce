with

source as (

    select * from {{ source('harvest', 'projects') }}

),

listed as (

    select * from {{ source('harvest', 'project_ids') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        id as project_id,
        client_id,
        trim(name) as project_name,
        case
            when not is_billable then 'internal'
            when budget_is_monthly then 'retainer'
            when is_fixed_fee then 'fixed_fee'
            else 'time_and_materials'
        end as billing_type,
        nullif(code, '') as project_code,
        {{ noted('notes', 'crm_deal_id') }} as crm_deal_id,
        coalesce(
            {{ noted('notes', 'status') }},
            case when is_active then 'active' else 'completed' end
        ) as status,
        starts_on as start_date,
        ends_on as end_date,
        {{ money(noted('notes', 'baseline_amount')) }} as baseline_amount,
        {{ money('coalesce(fee, cost_budget)') }} as current_amount,
        cast(
            {{ noted('notes', 'percent_complete') }} as decimal(9, 4)
        ) as percent_complete,
        {{ money(noted('notes', 'cap_amount')) }} as cap_amount,
        coalesce({{ noted('notes', 'currency_code') }}, upper(currency))
            as currency_code,
        lower(manager_email) as manager_email,
        {{ noted('notes', 'progress_method') }} as progress_method,
        {{ noted('notes', 'retainer_method') }} as retainer_method,
        {{ noted('notes', 'billing_cycle') }} as billing_cycle,
        {{ noted('notes', 'service_code') }} as service_code,
        cast({{ noted('notes', 'is_template') }} as boolean) as is_template,
        cast({{ noted('notes', 'is_test') }} as boolean) as is_test,
        cast({{ noted('notes', 'is_legacy') }} as boolean) as is_legacy,
        cast({{ noted('notes', 'is_at_risk') }} as boolean) as is_at_risk,
        cast({{ noted('notes', 'is_intercompany') }} as boolean) as is_intercompany,
        cast({{ noted('notes', 'baseline_at') }} as timestamp) as baseline_at,
        created_at,
        updated_at,
        {{ is_unlisted('id') }} as is_deleted,
        cast(null as varchar) as company_id

    from source

)

select * from renamed
