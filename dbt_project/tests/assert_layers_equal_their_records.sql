{#  Guards revenue_anchors against the records themselves, without the way between: what
    was sold, planned, billed and paid, per currency, added up directly. #}
with

anchored as (

    select
        contract_currency_code as currency_code,
        sum(contribution_amount_contract) filter (where anchor = 'crm_reported')
            as crm_amount,
        sum(contribution_amount_contract) filter (where anchor = 'expected')
            as expected_amount,
        sum(contribution_amount_contract) filter (where anchor = 'psa_reported')
            as psa_amount,
        sum(contribution_amount_contract) filter (where anchor = 'planned')
            as planned_amount

    from {{ ref('int_contributions__summed') }}

    where contract_currency_code is not null

    group by all

),

deals as (

    select
        currency_code,
        sum(now_amount) as crm_amount,
        sum(expected_amount) as expected_amount

    from {{ ref('int_deals__expected') }}

    group by all

),

records as (

    select
        currency_code,
        sum(current_amount) as psa_amount

    from {{ ref('int_projects__described') }}

    group by all

),

plans as (

    select
        currency_code,
        sum(planned_amount) as planned_amount

    from {{ ref('int_projects__planned') }}

    group by all

),

compared as (

    select
        anchored.currency_code,
        anchored.crm_amount - deals.crm_amount as crm_difference,
        anchored.expected_amount - deals.expected_amount as expected_difference,
        anchored.psa_amount - records.psa_amount as psa_difference,
        anchored.planned_amount - plans.planned_amount as planned_difference

    from anchored

    left join deals
        on anchored.currency_code = deals.currency_code

    left join records
        on anchored.currency_code = records.currency_code

    left join plans
        on anchored.currency_code = plans.currency_code

)

select * from compared

where
    coalesce(crm_difference, 0) != 0
    or coalesce(expected_difference, 0) != 0
    or coalesce(psa_difference, 0) != 0
    or coalesce(planned_difference, 0) != 0
