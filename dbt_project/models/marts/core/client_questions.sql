with

asked as (

    select * from {{ ref('int_client_questions__asked') }}

),

links as (

    select * from {{ ref('client_links') }}

),

worth as (

    select * from {{ ref('int_client_records__valued') }}

),

firm as (

    select * from {{ source('rules', 'firm') }}

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
        {{ question_asked('asked', 'client') }} as question,
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
