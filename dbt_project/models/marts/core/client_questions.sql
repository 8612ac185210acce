with

asked as (

    select * from {{ ref('int_client_questions__asked') }}

),

links as (

    select * from {{ ref('client_links') }}

),

records as (

    select * from {{ ref('client_records') }}

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

client_worth as (

    select
        records.client_id,
        sum(worth.worth_amount) as worth_amount

    from records

    inner join worth
        on records.record_id = worth.record_id

    group by all

),

valued as (

    select
        asked.*,
        coalesce(left_worth.worth_amount, 0) as left_amount,
        coalesce(right_worth.worth_amount, 0) as right_amount,
        {{ uncertainty('asked.match_bits') }} as uncertainty_share

    from asked

    left join client_worth as left_worth
        on asked.left_client_id = left_worth.client_id

    left join client_worth as right_worth
        on asked.right_client_id = right_worth.client_id

),

client_questions as (

    select

        ---------- ids
        valued.left_record,
        valued.right_record,
        valued.left_client_id,
        valued.right_client_id,

        ---------- strings
        valued.left_name,
        valued.right_name,
        valued.band,
        {{ question_asked('valued', 'client') }} as question,
        evidence.evidence_for,
        evidence.evidence_against,
        'If they are one client, '
        || {{ amount_told('least(valued.left_amount, valued.right_amount)') }} || ' '
        || firm.reporting_currency || ' moves to '
        || if(
            valued.left_amount < valued.right_amount,
            valued.right_name, valued.left_name
        ) || '.' as effect,
        {{ answer_line('client', 'valued') }} as answer_line,
        firm.reporting_currency as currency_code,

        ---------- numerics
        cast(valued.match_bits as decimal(9, 3)) as match_bits,
        valued.uncertainty_share,
        least(valued.left_amount, valued.right_amount) as money_at_stake,
        cast(row_number() over (
            order by
                least(valued.left_amount, valued.right_amount)
                * valued.uncertainty_share desc,
                (valued.left_amount + valued.right_amount)
                * valued.uncertainty_share desc,
                valued.uncertainty_share desc,
                valued.left_record asc,
                valued.right_record asc
        ) as integer) as question_rank

    from valued

    cross join firm

    left join evidence
        on
            valued.left_record = evidence.left_record
            and valued.right_record = evidence.right_record

)

select * from client_questions
