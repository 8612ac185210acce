with

scored as (

    select * from {{ ref('int_clients__scored') }}

),

links as (

    select * from {{ ref('client_links') }}

),

left_clients as (

    select * from {{ ref('client_records') }}

),

right_clients as (

    select * from {{ ref('client_records') }}

),

worth as (

    select * from {{ ref('int_client_records__valued') }}

),

decisions as (

    select
        least(left_record, right_record) as left_record,
        greatest(left_record, right_record) as right_record

    from {{ source('rules', 'identity_decisions') }}

    where entity = 'client'

),

firm as (

    select * from {{ source('rules', 'firm') }}

),

{#  A question stands for two clients, not for every pair of their records: the pair with
    the most evidence asks it. Whatever a person answered is not asked again. #}
asked as (

    select
        scored.left_record,
        scored.right_record,
        scored.band,
        scored.match_bits,
        left_clients.client_id as left_client_id,
        right_clients.client_id as right_client_id,
        left_clients.record_name as left_name,
        right_clients.record_name as right_name

    from scored

    inner join left_clients
        on scored.left_record = left_clients.record_id

    inner join right_clients
        on scored.right_record = right_clients.record_id

    left join decisions
        on
            scored.left_record = decisions.left_record
            and scored.right_record = decisions.right_record

    where
        scored.band in ('ask', 'automatic', 'related')
        and left_clients.client_id != right_clients.client_id
        and decisions.left_record is null

    qualify row_number() over (
        partition by
            least(left_clients.client_id, right_clients.client_id),
            greatest(left_clients.client_id, right_clients.client_id)
        order by scored.match_bits desc, scored.left_record, scored.right_record
    ) = 1

),

evidence as (

    {{ evidence_of_pairs('links') }}

),

client_questions as (

    select

        ---------- ids
        asked.left_record,
        asked.right_record,
        asked.left_client_id,
        asked.right_client_id,

        ---------- strings
        asked.left_name,
        asked.right_name,
        asked.band,
        {{ question_asked('asked.band', 'asked.left_name', 'asked.right_name', 'client') }}
            as question,
        evidence.evidence_for,
        evidence.evidence_against,
        firm.reporting_currency as currency_code,

        ---------- numerics
        cast(asked.match_bits as decimal(9, 3)) as match_bits,
        coalesce(left_worth.worth_amount, 0) + coalesce(right_worth.worth_amount, 0)
            as money_at_stake

    from asked

    cross join firm

    left join evidence
        on
            asked.left_record = evidence.left_record
            and asked.right_record = evidence.right_record

    left join worth as left_worth
        on asked.left_record = left_worth.record_id

    left join worth as right_worth
        on asked.right_record = right_worth.record_id

)

select * from client_questions
