{#  Decisions that cannot hold: they contradict each other, or speak of nobody. #}
with

records as (

    select * from {{ ref('client_records') }}

),

decisions as (

    select * from {{ source('rules', 'identity_decisions') }}

),

components as (

    select * from {{ ref('int_client_components__grouped') }}

),

chains as (

    select
        unnest(from_json(
            json_extract(answer, '$.disputes'), '[["VARCHAR"]]'
        )) as chain

    from components

),

{#  One dispute a record is enough to act on: the shortest. #}
disputed as (

    select
        chain[1] as record_id,
        min_by(chain, (len(chain), chain)) as chain

    from chains

    group by all

),

checked as (

    select
        'decisions_agree' as claim,
        records.record_id,
        '' as subject,
        'Decisions contradict each other. ' || disputed.chain[1] || ' and '
        || disputed.chain[-1] || ' were put apart, yet '
        || array_to_string(disputed.chain, ' = ') || '. Remove one of these decisions.'
            as sentence,
        'critical' as severity,
        'none' as fix_in

    from records

    left join disputed
        on records.record_id = disputed.record_id

    union all

    select
        'decisions_agree',
        left_record,
        right_record,
        case
            when left_record = right_record
                then 'A decision names ' || left_record || ' twice. Remove its line.'
            when
                decision not in ('same', 'different', 'related', 'succeeds', 'unsure')
                then
                    'A decision about ' || left_record || ' says ' || decision
                    || '. Write same, different, related, succeeds or unsure.'
            when
                left_record not in (select records.record_id from records)
                then
                    'A decision names ' || left_record
                    || ', which no source holds. Correct or remove its line.'
            when
                right_record not in (select records.record_id from records)
                then
                    'A decision names ' || right_record
                    || ', which no source holds. Correct or remove its line.'
        end,
        'warning',
        'none'

    from decisions

    where entity = 'client'

)

select * from checked
