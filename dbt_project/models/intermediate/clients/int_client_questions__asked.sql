with

scored as (

    select * from {{ ref('int_clients__scored') }}

),

left_clients as (

    select * from {{ ref('client_records') }}

),

right_clients as (

    select * from {{ ref('client_records') }}

),

confirmed as (

    select
        client_id as left_client_id,
        related_client_id as right_client_id

    from {{ ref('client_relations') }}

    where is_confirmed

    union

    select
        related_client_id as left_client_id,
        client_id as right_client_id

    from {{ ref('client_relations') }}

    where is_confirmed

),

judged as (

    {{ judged_pairs('client', 'scored', 'left_clients') }}

),

{#  A question stands for two clients, not for every pair of their records: the pair
    with most evidence asks it. What a person or a record answered is not asked
    again. #}
asked as (

    select
        scored.left_record,
        scored.right_record,
        scored.band,
        scored.match_bits,
        scored.evidence_hash,
        left_clients.client_id as left_client_id,
        right_clients.client_id as right_client_id,
        left_clients.record_name as left_name,
        right_clients.record_name as right_name

    from scored

    inner join left_clients
        on scored.left_record = left_clients.record_id

    inner join right_clients
        on scored.right_record = right_clients.record_id

    left join judged
        on
            least(left_clients.client_id, right_clients.client_id) = judged.left_id
            and greatest(left_clients.client_id, right_clients.client_id)
            = judged.right_id

    left join confirmed
        on
            left_clients.client_id = confirmed.left_client_id
            and right_clients.client_id = confirmed.right_client_id

    where
        scored.band in ('ask', 'automatic', 'related')
        and left_clients.client_id != right_clients.client_id
        and judged.left_id is null
        and confirmed.left_client_id is null

    qualify row_number() over (
        partition by
            least(left_clients.client_id, right_clients.client_id),
            greatest(left_clients.client_id, right_clients.client_id)
        order by scored.match_bits desc, scored.left_record asc, scored.right_record asc
    ) = 1

)

select * from asked
