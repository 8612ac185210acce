{#  A client that was entered again instead of linked: evidence alone ties it to the
    account it repeats. Second records of one system are left to the duplicate checks. #}
with

clients as (

    select * from {{ ref('client_records') }}

    where not is_deleted

),

client_ids as (

    select
        left_record as record_id,
        right_record as other_record_id

    from {{ ref('int_client_links__stated') }}

    union

    select
        right_record as record_id,
        left_record as other_record_id

    from {{ ref('int_client_links__stated') }}

),

{#  A record may name its twin through a third one that both name. #}
named as (

    select
        record_id,
        other_record_id

    from client_ids

    union

    select
        client_ids.record_id,
        further_ids.other_record_id

    from client_ids

    inner join client_ids as further_ids
        on client_ids.other_record_id = further_ids.record_id

),

duplicates as (

    select record_id from {{ ref('int_duplicate_clients__examined') }}

    where sentence is not null

),

worth as (

    select * from {{ ref('int_client_records__valued') }}

),

paired as (

    select
        clients.record_id,
        originals.record_id as original_record_id,
        originals.source_record_id as original_id,
        named.record_id is not null as is_named

    from clients

    inner join clients as originals
        on clients.client_id = originals.client_id

    left join named
        on
            clients.record_id = named.record_id
            and originals.record_id = named.other_record_id

    where
        clients.role != 'crm'
        and originals.role = 'crm'
        and clients.created_at > originals.created_at

),

first_originals as (

    select
        paired.record_id,
        min_by(
            paired.original_record_id,
            (-coalesce(worth.worth_amount, 0), paired.original_record_id)
        ) as original_record_id,
        min_by(
            paired.original_id,
            (-coalesce(worth.worth_amount, 0), paired.original_record_id)
        ) as original_id

    from paired

    left join worth
        on paired.original_record_id = worth.record_id

    group by paired.record_id

    having not bool_or(paired.is_named)

),

recreated as (

    select
        'client' as entity,
        clients.record_id,
        clients.client_id,
        clients.record_name,
        clients.role,
        first_originals.original_record_id,
        first_originals.original_id as id_to_write,
        clients.match_bits,
        coalesce(worth.worth_amount, 0) as money_at_stake,
        clients.created_at,
        clients.source_system,
        clients.source_record_type,
        clients.source_record_id

    from clients

    inner join first_originals
        on clients.record_id = first_originals.record_id

    left join duplicates
        on clients.record_id = duplicates.record_id

    left join worth
        on clients.record_id = worth.record_id

    where duplicates.record_id is null

)

select * from recreated
