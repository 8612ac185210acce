{#  Guards the grouping: what a person decided holds, whatever the evidence says. Where
    two decisions contradict each other, the one that parts records wins. #}

with

identified as (

    select
        record_id,
        client_id as entity_id,
        'client' as entity
    from {{ ref('int_clients__identified') }}

    union all

    select
        record_id,
        project_id,
        'project'
    from {{ ref('int_projects__identified') }}

    union all

    select
        record_id,
        person_id,
        'person'
    from {{ ref('int_people__identified') }}

),

other_identified as (

    select * from identified

),

decisions as (

    select * from {{ source('rules', 'identity_decisions') }}

)

select
    decisions.entity,
    decisions.left_record,
    decisions.right_record,
    decisions.decision

from decisions

inner join identified
    on
        decisions.entity = identified.entity
        and decisions.left_record = identified.record_id

inner join other_identified
    on
        decisions.entity = other_identified.entity
        and decisions.right_record = other_identified.record_id

where
    decisions.decision in ('different', 'related')
    and identified.entity_id = other_identified.entity_id
