with

firm as (

    select * from {{ source('rules', 'firm') }}

),

clients as (

    select * from {{ ref('int_client_ids__shared') }}

),

projects as (

    select * from {{ ref('int_project_ids__shared') }}

),

planned as (

    select * from {{ ref('int_projects__planned') }}

),

people as (

    select * from {{ ref('int_person_ids__shared') }}

),

united as (

    select * from clients

    union all by name

    select
        projects.*,
        'project' as entity,
        coalesce(planned.planned_amount, 0) as money_at_stake

    from projects

    left join planned
        on projects.project_id = planned.project_id

    union all by name

    select * from people

),

judged as (

    select
        *,
        case
            when is_naming then 'carried'
            when is_named then 'carried_by_other'
            when is_through then 'through_third'
            else 'evidence_only'
        end as link_state,
        {# Once both name the account, books and PSA are tied. #}
        not is_naming
        and not (entity = 'client' and target_role = 'psa')
            as is_to_write

    from united

),

shared_ids as (

    select

        ---------- ids
        judged.record_id,
        judged.target_record_id,
        judged.client_id,
        case when judged.is_to_write then judged.target_id end as id_to_write,

        ---------- strings
        judged.entity,
        judged.record_name,
        judged.role,
        judged.target_role,
        judged.target_system,
        judged.link_state,
        case
            when judged.is_to_write
                then
                    'Write ' || judged.target_id || ' into '
                    || {{ system_told('judged.role') }} || ' record '
                    || judged.source_record_id || ', as its id in '
                    || {{ system_told('judged.target_role') }} || '.'
        end as sentence,

        ---------- numerics
        cast(coalesce(judged.money_at_stake, 0) as decimal(18, 2)) as money_at_stake,
        firm.reporting_currency as currency_code,

        ---------- lineage
        judged.source_system,
        judged.source_record_type,
        judged.source_record_id

    from judged

    cross join firm

)

select * from shared_ids
