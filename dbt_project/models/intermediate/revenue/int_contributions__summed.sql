with

placed as (

    select * from {{ ref('int_contributions__placed') }}

),

drivers as (

    select * from {{ ref('drivers') }}

),

firm as (

    select * from {{ source('rules', 'firm') }}

),

summed as (

    select
        anchor,
        segment,
        driver,
        driver_class,
        deal_id,
        project_id,
        client_id,
        group_id,
        legal_entity_id,
        company_id,
        service_code,
        is_intercompany,
        month,
        record_id,
        currency_code as contract_currency_code,
        sum(contract_amount) as contribution_amount_contract,
        sum(contribution_amount) as contribution_amount

    from placed

    group by all

    having sum(contribution_amount) != 0 or sum(contract_amount) != 0

),

contributions as (

    select

        ---------- ids
        summed.deal_id,
        summed.project_id,
        summed.client_id,
        summed.group_id,
        summed.legal_entity_id,
        summed.company_id,
        summed.record_id,
        split_part(summed.record_id, ':', 1) as source_system,
        split_part(summed.record_id, ':', 2) as source_record_type,
        substr(
            summed.record_id,
            length(split_part(summed.record_id, ':', 1))
            + length(split_part(summed.record_id, ':', 2))
            + 3
        ) as source_record_id,

        ---------- strings
        summed.anchor,
        summed.segment,
        drivers.position,
        summed.driver,
        coalesce(summed.driver_class, drivers.driver_classes) as driver_class,
        summed.month,
        summed.service_code,
        summed.contract_currency_code,
        firm.reporting_currency as currency_code,

        ---------- numerics
        summed.contribution_amount_contract,
        summed.contribution_amount,

        ---------- booleans
        summed.is_intercompany

    from summed

    cross join firm

    left join drivers
        on summed.driver = drivers.driver

)

select * from contributions
