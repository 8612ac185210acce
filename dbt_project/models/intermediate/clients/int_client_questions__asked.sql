with

scored as (

    select * from {{ ref('int_clients__scored') }}

),

weighed as (

    select * from {{ ref('int_clients__weighed') }}

),

left_clients as (

    select * from {{ ref('client_records') }}

),

right_clients as (

    select * from {{ ref('client_records') }}

),

confirmed as (

    select
        least(client_id, related_client_id) as left_id,
        greatest(client_id, related_client_id) as right_id

    from {{ ref('client_relations') }}

    where is_confirmed

),

decisions as (

    select * from {{ source('rules', 'identity_decisions') }}

    where entity = 'client'

),

worth_asking as (

    select
        scored.left_record,
        scored.right_record,
        scored.band,
        scored.match_bits,
        left_clients.client_id as left_client_id,
        right_clients.client_id as right_client_id,
        least(left_clients.client_id, right_clients.client_id) as left_id,
        greatest(left_clients.client_id, right_clients.client_id) as right_id,
        left_clients.record_name as left_name,
        right_clients.record_name as right_name

    from scored

    inner join left_clients
        on scored.left_record = left_clients.record_id

    inner join right_clients
        on scored.right_record = right_clients.record_id

    where
        scored.band in ('ask', 'automatic', 'related')
        and left_clients.client_id != right_clients.client_id

),

pairs as (

    select
        left_record,
        right_record
    from worth_asking
    union
    select
        least(left_record, right_record) as left_record,
        greatest(left_record, right_record) as right_record
    from decisions

),

hashed as (

    select
        pairs.left_record,
        pairs.right_record,
        {{ evidence_hash() }} as evidence_hash

    from pairs

    inner join weighed
        on
            pairs.left_record = weighed.left_record
            and pairs.right_record = weighed.right_record

    group by all

),

judged as (

    {{ judged_pairs('client', 'hashed', 'left_clients') }}

),

{#  A question stands for two clients, not for every pair of their records: the pair
    with most evidence asks it. What a person or a record answered is not asked
    again. #}
asked as (

    select
        worth_asking.*,
        hashed.evidence_hash

    from worth_asking

    inner join hashed
        on
            worth_asking.left_record = hashed.left_record
            and worth_asking.right_record = hashed.right_record

    left join judged
        on
            worth_asking.left_id = judged.left_id
            and worth_asking.right_id = judged.right_id

    left join confirmed
        on
            worth_asking.left_id = confirmed.left_id
            and worth_asking.right_id = confirmed.right_id
    where judged.left_id is null and confirmed.left_id is null

    qualify row_number() over (
        partition by worth_asking.left_id, worth_asking.right_id
        order by
            worth_asking.match_bits desc,
            worth_asking.left_record asc,
            worth_asking.right_record asc
    ) = 1

)

select * from asked
