with

scored as (

    select * from {{ ref('int_projects__scored') }}

),

links as (

    select * from {{ ref('project_links') }}

),

left_projects as (

    select * from {{ ref('project_records') }}

),

right_projects as (

    select * from {{ ref('project_records') }}

),

worth as (

    select * from {{ ref('int_project_records__valued') }}

),

judged as (

    {{ judged_pairs('project', 'scored', 'left_projects') }}

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
        left_projects.project_id as left_project_id,
        right_projects.project_id as right_project_id,
        left_projects.record_name as left_name,
        right_projects.record_name as right_name

    from scored

    inner join left_projects
        on scored.left_record = left_projects.record_id

    inner join right_projects
        on scored.right_record = right_projects.record_id

    left join judged
        on
            least(left_projects.project_id, right_projects.project_id) = judged.left_id
            and greatest(left_projects.project_id, right_projects.project_id)
            = judged.right_id

    where
        scored.band = 'ask'
        and left_projects.project_id != right_projects.project_id
        and judged.left_id is null

    qualify row_number() over (
        partition by
            least(left_projects.project_id, right_projects.project_id),
            greatest(left_projects.project_id, right_projects.project_id)
        order by scored.match_bits desc, scored.left_record asc, scored.right_record asc
    ) = 1

),

evidence as (

    {{ evidence_of_pairs('links') }}

),

project_questions as (

    select

        ---------- ids
        asked.left_record,
        asked.right_record,
        asked.left_project_id,
        asked.right_project_id,

        ---------- strings
        asked.left_name,
        asked.right_name,
        {{ question_asked('asked', 'project') }} as question,
        evidence.evidence_for,
        evidence.evidence_against,
        {{ answer_line('project', 'asked') }} as answer_line,
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

select * from project_questions
