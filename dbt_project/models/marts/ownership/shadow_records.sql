with

firm as (

    select * from {{ source('rules', 'firm') }}

),

tracked as (

    select * from {{ ref('int_records__tracked') }}

),

field_values as (

    select * from {{ ref('int_field_values__compared') }}

),

worth as (

    select * from {{ ref('int_client_records__valued') }}

),

different as (

    select
        tracked.record_id,
        ours.stated_field

    from tracked

    inner join field_values as ours
        on tracked.record_id = ours.record_id

    inner join field_values as theirs
        on
            tracked.official_record_id = theirs.record_id
            and ours.stated_field = theirs.stated_field

    where
        not {{ values_agree(
            'ours.compare_rule', 'theirs.compared_value', 'ours.compared_value'
        ) }}

    union

    select
        record_id,
        stated_field

    from {{ ref('int_tracked_projects__compared') }}

),

differing as (

    select
        record_id,
        string_agg(
            replace(stated_field, '_', ' '), ', '
            order by replace(stated_field, '_', ' ')
        ) as differing_fields

    from different

    group by all

),

judged as (

    select
        tracked.*,
        differing.differing_fields,
        cast(coalesce(worth.worth_amount, 0) as decimal(18, 2)) as money_at_stake,
        case
            when tracked.official_record_id is null then 'nowhere_else'
            when differing.record_id is not null then 'disagrees'
            else 'repeats'
        end as shadow_state

    from tracked

    left join differing
        on tracked.record_id = differing.record_id

    left join worth
        on tracked.record_id = worth.record_id

),

shadow_records as (

    select

        ---------- ids
        judged.record_id,
        judged.official_record_id,
        judged.client_id,

        ---------- strings
        judged.entity,
        judged.record_name,
        judged.role,
        judged.shadow_state,
        judged.differing_fields,
        judged.record_name || ' (' || judged.source_record_id || ') of the spreadsheet '
        || case judged.shadow_state
            when 'nowhere_else'
                then
                    'is in no ' || {{ system_told('judged.role') }}
                    || '. Enter it there.'
            when 'disagrees'
                then
                    'has another ' || judged.differing_fields || ' than '
                    || judged.official_record_id || '. Decide, and correct '
                    || {{ system_told('judged.role') }} || '.'
            else
                'repeats ' || judged.official_record_id || '. Remove it from the list.'
        end as sentence,

        ---------- numerics
        judged.money_at_stake,
        firm.reporting_currency as currency_code,

        ---------- lineage
        judged.source_system,
        judged.source_record_type,
        judged.source_record_id

    from judged

    cross join firm

)

select * from shadow_records
