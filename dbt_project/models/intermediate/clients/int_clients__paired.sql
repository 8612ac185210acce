with

collapsed as (

    select * from {{ ref('int_clients__collapsed') }}

),

stated as (

    select * from {{ ref('int_client_links__stated') }}

),

decisions as (

    select * from {{ source('rules', 'identity_decisions') }}

),

tokens as (

    select * from {{ ref('int_client_names__tokenised') }}

),

identifiers as (

    select
        record_id,
        unnest(['tax id', 'registration id', 'domain', 'phone']) as found_by,
        unnest([tax_id, registration_id, domain, phone]) as shared_key

    from collapsed

),

informative_words as (

    select
        record_id,
        'name word' as found_by,
        word as shared_key

    from tokens

    where
        word_class not in ('legal', 'stop')
        and n_items <= greatest(
            50, (select count(*) from collapsed) / 100
        )

),

rarest_words as (

    select
        record_id,
        'first letters of the rarest word' as found_by,
        left(word, 4) as shared_key

    from tokens

    where word_class not in ('legal', 'stop')

    qualify row_number() over (
        partition by record_id, alias
        order by frequency, position
    ) = 1

),

joined_names as (

    select
        record_id,
        'name without spaces' as found_by,
        string_agg(word, '' order by position) as shared_key

    from tokens

    where word_class not in ('legal', 'stop')

    group by record_id, alias

),

keys as (

    select * from identifiers
    union
    select * from informative_words
    union
    select * from rarest_words
    union
    select * from joined_names

),

found as (

    select
        left_keys.record_id as left_record,
        right_keys.record_id as right_record,
        left_keys.found_by

    from keys as left_keys

    inner join keys as right_keys
        on
            left_keys.found_by = right_keys.found_by
            and left_keys.shared_key = right_keys.shared_key
            and left_keys.record_id < right_keys.record_id

    union

    select
        least(left_record, right_record) as left_record,
        greatest(left_record, right_record) as right_record,
        'stated link' as found_by

    from stated

    union

    select
        least(left_record, right_record) as left_record,
        greatest(left_record, right_record) as right_record,
        'decision' as found_by

    from decisions

    where
        entity = 'client'
        and left_record in (select collapsed.record_id from collapsed)
        and right_record in (select collapsed.record_id from collapsed)

),

paired as (

    select
        left_record,
        right_record,
        string_agg(found_by, ', ' order by found_by) as found_by

    from found

    group by all

)

select * from paired
