{#  A client's group is its highest parent; only what a record or a person says
    counts. #}
with

clients as (

    select * from {{ ref('clients') }}

),

legal_entities as (

    select * from {{ ref('legal_entities') }}

),

parents as (

    select
        client_id,
        min(related_client_id) as parent_id

    from {{ ref('client_relations') }}

    where
        relation = 'parent' and is_confirmed and client_id != related_client_id

    group by all

),

entities as (

    select
        client_id,
        max_by(legal_entity_id, (n_records, legal_entity_id)) as legal_entity_id

    from legal_entities

    group by all

),

placed as (

    select
        clients.client_id,
        coalesce(
            thirds.parent_id, seconds.parent_id, parents.parent_id, clients.client_id
        ) as group_id,
        entities.legal_entity_id,
        coalesce(clients.is_intercompany, false) as is_intercompany

    from clients

    left join parents
        on clients.client_id = parents.client_id

    left join parents as seconds
        on parents.parent_id = seconds.client_id

    left join parents as thirds
        on seconds.parent_id = thirds.client_id

    left join entities
        on clients.client_id = entities.client_id

)

select * from placed
