with

weighed as (

    select * from {{ ref('int_projects__weighed') }}

),

projects as (

    select * from {{ ref('int_projects__unioned') }}

),

bands as (

    select
        max(bits) filter (where level = 'automatic') as automatic_bits,
        max(bits) filter (where level = 'ask') as ask_bits

    from {{ ref('identity_weights') }}

    where entity = 'project' and evidence = 'band'

),

summed as (

    select
        left_record,
        right_record,
        sum(bits) as match_bits,
        max_by(evidence, (bits, evidence)) as strongest_evidence,
        {{ evidence_hash() }} as evidence_hash,
        string_agg(
            {{ bits_told() }}, ', '
            order by abs(bits) desc, evidence, level asc
        ) as explanation

    from weighed

    group by all

),

{#  Inside one system evidence only asks: what counts as a copy there is a rule. #}
scored as (

    select
        summed.*,
        left_projects.source_system = right_projects.source_system as is_one_system,
        case
            when summed.match_bits < bands.ask_bits then 'no'
            when
                summed.match_bits >= bands.automatic_bits
                and left_projects.source_system != right_projects.source_system
                then 'automatic'
            else 'ask'
        end as band

    from summed

    cross join bands

    inner join projects as left_projects
        on summed.left_record = left_projects.record_id

    inner join projects as right_projects
        on summed.right_record = right_projects.record_id

)

select * from scored
