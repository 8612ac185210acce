with

crm as (

    select
        * exclude (company_id),
        'crm' as role

    from {{ ref('int_crm_field_changes__unioned') }}

),

psa as (

    select
        * exclude (company_id),
        'psa' as role

    from {{ ref('int_psa_field_changes__unioned') }}

),

accounting as (

    select
        * exclude (company_id),
        'accounting' as role

    from {{ ref('int_accounting_field_changes__unioned') }}

),

hr as (

    select
        * exclude (company_id),
        'hr' as role

    from {{ ref('int_hr_field_changes__unioned') }}

),

stages as (

    select
        *,
        lag(stage) over (
            partition by source_system, deal_id order by entered_at, stage
        ) as old_stage

    from {{ ref('int_crm_stage_history__unioned') }}

),

{#  Systems that tell their stages in one place only. #}
moves as (

    select
        stages.source_system,
        'deal' as record_type,
        stages.deal_id as record_id,
        'stage' as field,
        stages.entered_at as changed_at,
        stages.old_stage as old_value,
        stages.stage as new_value,
        stages.changed_by,
        'unknown' as change_source,
        'crm' as role

    from stages

    left join crm
        on
            stages.source_system = crm.source_system
            and crm.record_type = 'deal'
            and crm.field = 'stage'
            and stages.deal_id = crm.record_id

    where crm.record_id is null and stages.old_stage is not null

),

unioned as (

    select * from crm

    union all by name

    select * from psa

    union all by name

    select * from accounting

    union all by name

    select * from hr

    union all by name

    select * from moves

)

select * from unioned
