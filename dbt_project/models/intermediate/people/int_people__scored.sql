with

weighed as (

    select * from {{ ref('int_people__weighed') }}

),

automatic as (

    select max(bits) as bits from {{ ref('identity_weights') }}

    where entity = 'person' and evidence = 'band' and level = 'automatic'

),

summed as (

    select
        left_record,
        right_record,
        sum(bits) as match_bits,
        bool_or(evidence = 'decision' and level in ('same', 'succeeds'))
            as is_decided_same,
        bool_or(evidence = 'decision' and level = 'different') as is_decided_apart,
        bool_or(evidence = 'employee number' and level = 'differs') as has_two_numbers,
        bool_or(bits > 0 and evidence in ('employee number', 'work email'))
            as is_identified,
        max_by(evidence, (bits, evidence)) as strongest_evidence,
        {{ evidence_hash() }} as evidence_hash,
        string_agg(
            {{ bits_told() }}, ', '
            order by abs(bits) desc, evidence
        ) as explanation

    from weighed

    group by all

),

{#  The ladder: number, then address. A name alone is a question; two numbers are two
    people, whatever else agrees. #}
scored as (

    select
        summed.*,
        case
            when summed.is_decided_same then 'together'
            when summed.is_decided_apart then 'apart'
            when summed.has_two_numbers then 'vetoed'
            else 'weighed'
        end as stance,
        case
            when summed.is_decided_same then 'same'
            when summed.is_decided_apart or summed.has_two_numbers then 'different'
            when summed.is_identified and summed.match_bits >= automatic.bits
                then 'automatic'
            else 'ask'
        end as band

    from summed

    cross join automatic

)

select * from scored
