{#  Guards the grouping of clients: two live records with different valid tax ids are
    two legal entities, and only a person may put them under one client. #}

with

collapsed as (

    select * from {{ ref('int_clients__collapsed') }}

    where tax_id is not null and not is_deleted

),

identified as (

    select * from {{ ref('int_clients__identified') }}

),

decisions as (

    select * from {{ source('rules', 'identity_decisions') }}

    where entity = 'client' and decision in ('same', 'succeeds')

),

decided_clients as (

    select identified.client_id from identified

    inner join decisions
        on identified.record_id in (decisions.left_record, decisions.right_record)

)

select
    identified.client_id,
    list(distinct collapsed.tax_id) as tax_ids

from identified

inner join collapsed
    on identified.record_id = collapsed.record_id

where
    identified.client_id not in (select decided_clients.client_id from decided_clients)

group by all

having count(distinct collapsed.tax_id) > 1
