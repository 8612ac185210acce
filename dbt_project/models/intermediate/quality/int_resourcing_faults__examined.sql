{#  Staffing that cannot work. Late time sheets, late hires and odd dates are told by
    the handoffs: those are listed in the mart and are no second finding. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

people as (

    select * from {{ ref('people') }}

),

projects as (

    select
        project_records.record_id,
        projects.project_name,
        projects.client_id

    from {{ ref('int_projects__identified') }} as project_records

    inner join {{ ref('projects') }} as projects
        on project_records.project_id = projects.project_id

),

rates as (

    select * from {{ ref('int_exchange_rates__dated') }}

    where rate_role = 'accounting'

),

faults as (

    select
        *,
        'psa' as fix_in,
        'staffing_can_work' as claim,
        fault_hours > 0 as is_fault

    from {{ ref('int_booking_faults__summed') }}

    union all by name

    select
        * exclude (skill, valid_to, is_expired),
        'psa' as fix_in,
        'certificates_hold' as claim,
        'certificate_expired' as fault,
        skill || ', but the certificate ends on ' || valid_to as detail,
        is_expired as is_fault

    from {{ ref('int_certificates__expired') }}

    union all by name

    select
        * exclude (project_id),
        'psa' as fix_in,
        case when fault in ('rate_missing', 'none') then 'hours_have_a_rate' end
            as claim,
        fault != 'none' as is_fault

    from {{ ref('int_time_faults__summed') }}

    union all by name

    select
        project_costs.person_id,
        min_by(projects.record_id, project_costs.first_date) as project_record_id,
        'hr' as fix_in,
        'people_have_a_cost_rate' as claim,
        'cost_rate_missing' as fault,
        sum(project_costs.unrated_hours) as fault_hours,
        sum(project_costs.unrated_hours) > 0 as is_fault,
        min(project_costs.first_unrated_date) as first_date

    from {{ ref('project_costs') }} as project_costs

    inner join {{ ref('projects') }} as projects
        on project_costs.project_id = projects.project_id

    where exists (select 1 from {{ ref('person_cost_rates') }})

    group by all

),

judged as (

    select
        faults.claim,
        faults.person_id,
        faults.project_record_id as record_id,
        case when faults.is_fault then faults.fault end as fault,
        faults.person_id || coalesce('/' || faults.detail, '') || '/' || faults.fault
            as subject,
        split_part(faults.project_record_id, ':', 1) as source_system,
        split_part(faults.project_record_id, ':', 2) as source_record_type,
        split_part(faults.project_record_id, ':', 3) as source_record_id,
        projects.client_id,
        case
            when faults.is_fault
                then {{ resourcing_told(
                    'faults',
                    "coalesce(people.person_name, 'Somebody')",
                    "coalesce(projects.project_name, 'a project')"
                ) }}
        end as sentence,
        'warning' as severity,
        {{ owner_of('faults.fix_in') }} as owner_role,
        faults.fix_in,
        cast(round(
            coalesce(faults.unpriced_amount, 0) * coalesce(rates.exchange_rate, 1), 2
        ) as decimal(18, 2)) as money_at_stake,
        firm.reporting_currency as currency_code,
        cast(faults.fault_hours as decimal(18, 4)) as fault_hours,
        faults.n_days,
        faults.first_date,
        faults.last_date

    from faults

    cross join firm

    inner join people
        on faults.person_id = people.person_id

    left join projects
        on faults.project_record_id = projects.record_id

    left join rates
        on
            upper(faults.currency_code) = rates.currency_code
            and firm.as_of >= rates.valid_from
            and firm.as_of < rates.valid_before

)

select * from judged
