with

psa_projects as (

    select * from {{ ref('int_psa_projects__unioned') }}

),

accounting_projects as (

    select * from {{ ref('int_accounting_projects__unioned') }}

),

client_groups as (

    select * from {{ ref('int_clients__grouped') }}

),

unioned as (

    select
        source_system,
        'project' as source_record_type,
        project_id as source_record_id,
        'psa' as role,
        source_system || ':client:' || client_id as client_record,
        project_name,
        project_code,
        crm_deal_id,
        cast(null as varchar) as psa_project_id,
        baseline_amount,
        currency_code,
        coalesce(is_deleted, false) as is_deleted,
        created_at

    from psa_projects

    union all

    select
        source_system,
        'project' as source_record_type,
        project_id as source_record_id,
        'accounting' as role,
        source_system || ':customer:' || customer_id as client_record,
        project_name,
        cast(null as varchar) as project_code,
        cast(null as varchar) as crm_deal_id,
        psa_project_id,
        cast(null as decimal(18, 2)) as baseline_amount,
        cast(null as varchar) as currency_code,
        false as is_deleted,
        cast(null as timestamp) as created_at

    from accounting_projects

),

placed as (

    select
        {{ record_id(
            'unioned.source_system', 'unioned.source_record_type',
            'unioned.source_record_id'
        ) }} as record_id,
        unioned.*,
        client_groups.group_id as client_group,
        {{ copy_key('unioned.project_name') }} as name_key,
        string_split({{ normal_name('unioned.project_name') }}, ' ') as name_words

    from unioned

    left join client_groups
        on unioned.client_record = client_groups.record_id

)

select * from placed
