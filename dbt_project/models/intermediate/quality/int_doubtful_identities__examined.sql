with

firm as (

    select * from {{ source('rules', 'firm') }}

),

records as (

    select * from {{ ref('client_records') }}

),

other_records as (

    select * from {{ ref('client_records') }}

),

scored as (

    select * from {{ ref('int_clients__scored') }}

),

weighed as (

    select * from {{ ref('int_clients__weighed') }}

    where evidence = 'stated link'

),

decisions_held as (

    select * from {{ ref('int_client_decisions__checked') }}

),

budgeted as (

    select * from {{ ref('int_identities__budgeted') }}

),

worth as (

    select * from {{ ref('int_client_records__valued') }}

),

{#  A stated id is strong, not infinite: when all else speaks against it, somebody may
    have copied the wrong one. #}
links_held as (

    select
        'stated_link_holds' as claim,
        weighed.left_record as record_id,
        weighed.right_record as subject,
        if(
            scored.evidence_bits - weighed.bits < -5
            and scored.band not in ('same', 'different', 'related'),
            records.record_name || ' and ' || other_records.record_name
            || ' are linked by an id, and all else speaks against it. '
            || 'Check the id in ' || {{ system_told('records.role') }} || ' and '
            || {{ system_told('other_records.role') }} || '.',
            null
        ) as sentence,
        'warning' as severity,
        records.role as fix_in

    from weighed

    inner join scored
        on
            weighed.left_record = scored.left_record
            and weighed.right_record = scored.right_record

    inner join records
        on weighed.left_record = records.record_id

    inner join other_records
        on weighed.right_record = other_records.record_id

),

{#  What the rules would do to an id if somebody let them. #}
ids_held as (

    select
        'ids_hold_still' as claim,
        record_id,
        answered_id as subject,
        if(
            is_held_back,
            record_id || ' would become ' || answered_id || ' and stays ' || entity_id
            || ', for nothing it stands on has changed, one of ' || n_moved || ' such '
            || 'moves. Correct the rule, or accept them in accepted_differences.csv.',
            null
        ) as sentence,
        'critical' as severity,
        'none' as fix_in

    from budgeted

    where entity = 'client'

),

found as (

    select * from decisions_held
    union all
    select * from links_held
    union all
    select * from ids_held

),

judged as (

    select
        found.claim,
        found.record_id,
        found.subject,
        records.source_system,
        records.source_record_type,
        records.source_record_id,
        records.client_id,
        found.sentence,
        found.severity,
        coalesce({{ owner_of('found.fix_in') }}, 'finance') as owner_role,
        found.fix_in,
        coalesce(worth.worth_amount, 0) as money_at_stake,
        firm.reporting_currency as currency_code

    from found

    cross join firm

    left join records
        on found.record_id = records.record_id

    left join worth
        on found.record_id = worth.record_id

)

select * from judged
