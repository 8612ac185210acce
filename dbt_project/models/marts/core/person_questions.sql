with

scored as (

    select * from {{ ref('int_people__scored') }}

),

links as (

    select * from {{ ref('person_links') }}

),

left_people as (

    select * from {{ ref('person_records') }}

),

right_people as (

    select * from {{ ref('person_records') }}

),

judged as (

    {{ judged_pairs('person', 'scored', 'left_people') }}

),

firm as (

    select * from {{ source('rules', 'firm') }}

),

asked as (

    select
        scored.left_record,
        scored.right_record,
        scored.match_bits,
        scored.band,
        scored.evidence_hash,
        left_people.person_id as left_person_id,
        right_people.person_id as right_person_id,
        coalesce(left_people.record_name, left_people.source_record_id) as left_name,
        coalesce(right_people.record_name, right_people.source_record_id) as right_name

    from scored

    inner join left_people
        on scored.left_record = left_people.record_id

    inner join right_people
        on scored.right_record = right_people.record_id

    left join judged
        on
            least(left_people.person_id, right_people.person_id) = judged.left_id
            and greatest(left_people.person_id, right_people.person_id)
            = judged.right_id

    where
        scored.band = 'ask'
        and left_people.person_id != right_people.person_id
        and judged.left_id is null

    qualify row_number() over (
        partition by
            least(left_people.person_id, right_people.person_id),
            greatest(left_people.person_id, right_people.person_id)
        order by scored.match_bits desc, scored.left_record asc, scored.right_record asc
    ) = 1

),

evidence as (

    {{ evidence_of_pairs('links') }}

),

person_questions as (

    select

        ---------- ids
        asked.left_record,
        asked.right_record,
        asked.left_person_id,
        asked.right_person_id,

        ---------- strings
        asked.left_name,
        asked.right_name,
        {{ question_asked('asked', 'person') }} as question,
        evidence.evidence_for,
        evidence.evidence_against,
        {{ answer_line('person', 'asked') }} as answer_line,
        firm.reporting_currency as currency_code,

        ---------- numerics
        cast(asked.match_bits as decimal(9, 3)) as match_bits,
        {{ money('0') }} as money_at_stake

    from asked

    cross join firm

    left join evidence
        on
            asked.left_record = evidence.left_record
            and asked.right_record = evidence.right_record

)

select * from person_questions
