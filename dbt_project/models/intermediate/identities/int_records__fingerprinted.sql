{#  The fingerprint of a record changes when a value that is compared changes, or what
    was decided about it; never by its neighbours. #}
with

clients as (

    select * from {{ ref('int_clients__collapsed') }}

),

stated as (

    select
        left_record as record_id,
        string_agg(
            right_record || evidence, ',' order by right_record, evidence, field
        ) as links

    from {{ ref('int_client_links__stated') }}

    group by all

),

projects as (

    select * from {{ ref('int_projects__unioned') }}

),

people as (

    select * from {{ ref('int_people__unioned') }}

),

decided as (

    select
        record_id,
        string_agg(
            other_record_id || decision, ',' order by other_record_id, decision
        ) as decisions

    from (
        {{ decisions_both_ways('client') }}
        union all
        {{ decisions_both_ways('project') }}
        union all
        {{ decisions_both_ways('person') }}
    )

    group by all

),

compared as (

    select
        clients.record_id,
        clients.created_at,
        concat_ws(
            '|', clients.normal_name, clients.normal_legal_name, clients.is_deleted,
            {{ compared_columns().values() | join(', ') }}, stated.links
        ) as said

    from clients

    left join stated
        on clients.record_id = stated.record_id

    union all

    select
        record_id,
        created_at,
        concat_ws(
            '|', project_name, project_code, client_record, crm_deal_id,
            psa_project_id, baseline_amount, is_deleted
        )

    from projects

    union all

    select
        record_id,
        created_at,
        concat_ws('|', number_key, email_key, name_key)

    from people

),

fingerprinted as (

    select
        compared.record_id,
        compared.created_at,
        md5(concat_ws('|', compared.said, decided.decisions)) as fingerprint

    from compared

    left join decided
        on compared.record_id = decided.record_id

)

select * from fingerprinted
