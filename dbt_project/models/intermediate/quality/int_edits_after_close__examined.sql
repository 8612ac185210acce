{#  Who changed the sold value, and whether the new amount is what the PSA plans. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

deals as (

    select * from {{ ref('int_deals__frozen') }}

),

faults as (

    select * from {{ ref('int_faults__weighed') }}

    where driver = 'edit_after_close'

),

changes as (

    select * from {{ ref('int_crm_field_changes__unioned') }}

    where record_type = 'deal' and field = 'net_amount'

),

deal_projects as (

    select * from {{ ref('int_deal_projects__linked') }}

),

project_records as (

    select * from {{ ref('int_projects__identified') }}

),

projects as (

    select * from {{ ref('int_psa_projects__unioned') }}

    where not coalesce(is_deleted, false)

),

last_changes as (

    select
        {{ record_id('source_system', "'deal'", 'record_id') }} as deal_id,
        changed_by,
        change_source,
        changed_at

    from changes

    qualify row_number() over (
        partition by source_system, record_id order by changed_at desc, new_value asc
    ) = 1

),

budgets as (

    select
        {{ record_id(
            'deal_projects.source_system', "'deal'", 'deal_projects.deal_id'
        ) }} as deal_id,
        sum(projects.current_amount) as current_amount

    from deal_projects

    inner join project_records
        on deal_projects.project_id = project_records.project_id

    inner join projects
        on
            project_records.record_id
            = {{ record_id(
                'projects.source_system', "'project'", 'projects.project_id'
            ) }}

    group by all

),

judged as (

    select
        'sold_value_stays' as claim,
        deals.deal_id as record_id,
        '' as subject,
        deals.source_system,
        'deal' as source_record_type,
        deals.source_record_id,
        deals.client_id,
        case
            when faults.record_id is not null
                then
                    'The CRM amount of ' || deals.deal_name || ' ('
                    || deals.source_record_id || ') was changed from '
                    || deals.currency_code || ' '
                    || {{ amount_told('deals.frozen_amount') }} || ' to '
                    || {{ amount_told('deals.now_amount') }}
                    || coalesce(' by ' || last_changes.changed_by, '') || '. '
                    || case
                        when budgets.current_amount = deals.now_amount
                            then 'The new amount equals the PSA budget. '
                        else ''
                    end
                    || 'Change it back in CRM, or record an amendment.'
        end as sentence,
        'critical' as severity,
        'sales' as owner_role,
        'crm' as fix_in,
        coalesce(faults.money_at_stake, 0) as money_at_stake,
        firm.reporting_currency as currency_code

    from deals

    cross join firm

    left join faults
        on deals.deal_id = faults.record_id

    left join last_changes
        on deals.deal_id = last_changes.deal_id

    left join budgets
        on deals.deal_id = budgets.deal_id

)

select * from judged
