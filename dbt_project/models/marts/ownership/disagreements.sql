{#  Amounts that differ answer different questions, and each step between them has its
    reason. Values that differ should not: a copy follows its owner within its limit. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

steps as (

    select * from {{ ref('revenue_bridge') }}

    where scope_kind = 'client' and period = 'to_date'

),

broken_rules as (

    select * from {{ ref('broken_rules') }}

),

classed as (

    select * from {{ ref('int_field_values__classed') }}

),

amounts as (

    select
        'amount' as subject_kind,
        steps.segment as subject,
        'client' as entity,
        steps.scope_id as entity_id,
        steps.scope_id as client_id,
        cast(null as varchar) as record_id,
        cast(null as varchar) as left_value,
        cast(null as varchar) as right_value,
        case
            when steps.driver_class = 'L' then 'by_design'
            when steps.driver_class = 'T' then 'timing'
            when steps.driver_class = 'U' then 'unexplained'
            when broken_rules.driver is not null then 'rule_broken'
            else 'data_error'
        end as disagreement_class,
        steps.driver,
        steps.owner_role,
        steps.fix_in,
        steps.explanation,
        steps.step_amount as difference_amount

    from steps

    left join broken_rules
        on steps.driver = broken_rules.driver

),

fields as (

    select
        'field' as subject_kind,
        stated_field as subject,
        entity,
        entity_id,
        client_id,
        record_id,
        owner_value as left_value,
        copy_value as right_value,
        disagreement_class,
        cast(null as varchar) as driver,
        case
            when disagreement_class in ('by_design', 'timing') then 'none'
            else {{ owner_of('role') }}
        end as owner_role,
        case
            when disagreement_class in ('by_design', 'timing') then 'none' else role
        end as fix_in,
        {{ system_told('role') }} || ' record ' || source_record_id
        || case disagreement_class
            when 'by_design'
                then
                    ' carries the legal name, as invoices must. Leave both as they are.'
            when 'timing' then ' may still follow its owner. Wait until tomorrow.'
            when 'rule_broken'
                then ' was changed by itself. Correct it there, or first in its owner.'
            else
                ' differs from its owner, and no history says why. Correct it there.'
        end as explanation,
        cast(0 as decimal(18, 2)) as difference_amount

    from classed

),

united as (

    select * from amounts

    union all

    select * from fields

),

disagreements as (

    select

        ---------- ids
        coalesce(united.record_id, united.entity_id) || '/' || united.subject
        || coalesce('/' || united.driver || '/' || united.disagreement_class, '')
            as disagreement_id,
        united.entity,
        united.entity_id,
        united.client_id,
        united.record_id,

        ---------- strings
        united.subject_kind,
        united.subject,
        united.disagreement_class,
        united.driver,
        united.left_value,
        united.right_value,
        united.owner_role,
        united.fix_in,
        united.explanation,

        ---------- numerics
        united.difference_amount,
        firm.reporting_currency as currency_code,

        ---------- booleans
        united.disagreement_class in ('rule_broken', 'data_error', 'unexplained')
            as is_problem

    from united

    cross join firm

)

select * from disagreements
