{#  Guards the three *_records marts: nothing lost, nothing twice. A record that is lost
    takes its money out of every number; one that is there twice counts it double. #}

with

expected as (

    select record_id from {{ ref('int_clients__unioned') }}
    union all
    select record_id from {{ ref('int_projects__unioned') }}
    union all
    select record_id from {{ ref('int_people__unioned') }}

),

resolved as (

    select record_id from {{ ref('client_records') }}

    where client_id is not null and legal_entity_id is not null

    union all

    select record_id from {{ ref('project_records') }}

    where project_id is not null

    union all

    select record_id from {{ ref('person_records') }}

    where person_id is not null

),

counted as (

    select
        record_id,
        1 as n_expected,
        0 as n_resolved
    from expected
    union all
    select
        record_id,
        0 as n_expected,
        1 as n_resolved
    from resolved

)

select
    record_id,
    sum(n_expected) as n_expected,
    sum(n_resolved) as n_resolved

from counted

group by all

having sum(n_expected) != sum(n_resolved)
