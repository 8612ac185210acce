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

decisions as (

    select
        least(left_record, right_record) as left_record,
        greatest(left_record, right_record) as right_record

    from {{ source('rules', 'identity_decisions') }}

    where entity = 'person'

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
        left_people.person_id as left_person_id,
        right_people.person_id as right_person_id,
        coalesce(left_people.record_name, left_people.source_record_id) as left_name,
        coalesce(right_people.record_name, right_people.source_record_id) as right_name

    from scored

    inner join left_people
        on scored.left_record = left_people.record_id

    inner join right_people
        on scored.right_record = right_people.record_id

    left join decisions
        on
            scored.left_record = decisions.left_record
            and scored.right_record = decisions.right_record

    where
        scored.band = 'ask'
        and left_people.person_id != right_people.person_id
        and decisions.left_record is null

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
