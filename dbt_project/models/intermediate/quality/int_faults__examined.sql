{#  Every record that a driver could befall stands here, so that a check knows how many
    it examined; those that it did befall carry the sentence. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

connections as (

    select distinct
        source_system,
        role

    from {{ source('rules', 'connections') }}

),

drivers as (

    select * from {{ ref('drivers') }}

),

driver_findings as (

    select * from {{ ref('driver_findings') }}

),

records as (

    select * from {{ ref('int_records__labelled') }}

),

faults as (

    select * from {{ ref('int_faults__weighed') }}

),

candidates as (

    select
        driver_findings.driver,
        records.record_id,
        records.source_system,
        records.source_record_type,
        records.source_record_id

    from driver_findings

    inner join records
        on driver_findings.examines = records.source_record_type

    union

    select
        faults.driver,
        faults.record_id,
        faults.source_system,
        faults.source_record_type,
        faults.source_record_id

    from faults

    where faults.driver in (select driver_findings.driver from driver_findings)

),

described as (

    select
        candidates.*,
        driver_findings.severity,
        driver_findings.sentence,
        connections.role,
        nullif(drivers.owner_role, 'by system') as owner_role,
        nullif(drivers.fix_in, 'by system') as fix_in,
        faults.client_id,
        faults.money_at_stake,
        coalesce(
            records.label,
            'The ' || replace(candidates.source_record_type, '_', ' ') || ' '
            || candidates.source_record_id
        ) as label,
        greatest(date_diff('day', records.record_date, firm.as_of), 0) as days,
        firm.reporting_currency

    from candidates

    cross join firm

    inner join driver_findings
        on candidates.driver = driver_findings.driver

    left join drivers on candidates.driver = drivers.driver

    left join connections
        on candidates.source_system = connections.source_system

    left join records
        on candidates.record_id = records.record_id

    left join faults
        on
            candidates.driver = faults.driver
            and candidates.record_id = faults.record_id

    qualify row_number() over (
        partition by candidates.driver, candidates.record_id
        order by faults.money_at_stake desc nulls last, connections.role asc
    ) = 1

),

told as (

    select
        driver as claim,
        record_id,
        '' as subject,
        source_system,
        source_record_type,
        source_record_id,
        client_id,
        case
            when money_at_stake is not null
                then {{ filled('sentence', {
                    'record': 'label',
                    'amount': "reporting_currency || ' ' || " ~ amount_told('money_at_stake'),
                    'days': "days || if(days = 1, ' day', ' days')",
                    'system': system_told('role'),
                }) }}
        end as sentence,
        severity,
        coalesce(owner_role, {{ owner_of('role') }}) as owner_role,
        coalesce(fix_in, role) as fix_in,
        coalesce(money_at_stake, 0) as money_at_stake,
        reporting_currency as currency_code

    from described

)

select * from told
