{#  Projects should name their deal, and bookings their project. Copies, tests and
    internal projects name nobody. #}
with

records as (

    select * from {{ ref('project_records') }}

    where not is_deleted and link_kind != 'copy'

),

psa_projects as (

    select
        {{ record_id('source_system', "'project'", 'project_id') }} as record_id,
        project_id,
        crm_deal_id

    from {{ ref('int_psa_projects__unioned') }}

    where
        not coalesce(is_test, false)
        and not coalesce(is_template, false)
        and not coalesce(is_intercompany, false)
        and coalesce(billing_type, '') != 'internal'

),

accounting_projects as (

    select
        {{ record_id('source_system', "'project'", 'project_id') }} as record_id,
        psa_project_id

    from {{ ref('int_accounting_projects__unioned') }}

),

deals as (

    select * from {{ ref('int_crm_deals__unioned') }}

),

deal_projects as (

    select * from {{ ref('int_deal_projects__linked') }}

),

sold as (

    select
        records.*,
        'crm' as target_role,
        deals.source_system as target_system,
        {{ record_id('deals.source_system', "'deal'", 'deals.deal_id') }}
            as target_record_id,
        deals.deal_id as target_id,
        psa_projects.crm_deal_id is not null as is_naming,
        coalesce(deals.psa_project_id = psa_projects.project_id, false) as is_named

    from records

    inner join psa_projects
        on records.record_id = psa_projects.record_id

    inner join deal_projects
        on records.project_id = deal_projects.project_id

    inner join deals
        on
            deal_projects.source_system = deals.source_system
            and deal_projects.deal_id = deals.deal_id

    qualify row_number() over (
        partition by records.record_id
        order by
            coalesce(deals.deal_id = psa_projects.crm_deal_id, false) desc,
            deals.deal_id asc,
            deals.source_system asc
    ) = 1

),

booked as (

    select
        records.*,
        'psa' as target_role,
        originals.source_system as target_system,
        originals.record_id as target_record_id,
        originals.source_record_id as target_id,
        accounting_projects.psa_project_id is not null as is_naming,
        false as is_named

    from records

    inner join accounting_projects
        on records.record_id = accounting_projects.record_id

    inner join records as originals
        on records.project_id = originals.project_id

    inner join psa_projects
        on originals.record_id = psa_projects.record_id

    where records.role = 'accounting'

    qualify row_number() over (
        partition by records.record_id order by originals.record_id
    ) = 1

),

shared as (

    select * from sold

    union all

    select * from booked

)

select * from shared
