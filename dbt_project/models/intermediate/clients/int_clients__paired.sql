with

collapsed as (

    select * from {{ ref('int_clients__collapsed') }}

),

stated as (

    select * from {{ ref('int_client_links__stated') }}

),

shared as (

    select * from {{ ref('int_clients__shared') }}
    where evidence = 'shared contact'

),

decisions as (

    select * from {{ source('rules', 'identity_decisions') }}

),

left_keys as (

    select * from {{ ref('int_client_keys__listed') }}
    where not is_skipped

),

right_keys as (

    select * from left_keys

),

{#  First letters in common bring two names together where their rarest words can be one
    word: most words that begin alike are two. #}
rarest_words as (

    select distinct
        shared_key,
        rarest_word
    from left_keys
    where rarest_word is not null

),

alike_words as (

    select
        left_words.rarest_word as left_word,
        right_words.rarest_word as right_word

    from rarest_words as left_words

    inner join rarest_words as right_words
        on
            left_words.shared_key = right_words.shared_key
            and left_words.rarest_word <= right_words.rarest_word

    where
        {{ word_likeness('left_words.rarest_word', 'right_words.rarest_word') }}
        is not null

),

found as (

    select
        left_keys.record_id as left_record,
        right_keys.record_id as right_record,
        left_keys.found_by

    from left_keys

    inner join right_keys
        on
            left_keys.found_by = right_keys.found_by
            and left_keys.shared_key = right_keys.shared_key
            and left_keys.record_id < right_keys.record_id

    where left_keys.rarest_word is null

    union

    select
        least(left_keys.record_id, right_keys.record_id) as left_record,
        greatest(left_keys.record_id, right_keys.record_id) as right_record,
        left_keys.found_by

    from alike_words

    inner join left_keys
        on alike_words.left_word = left_keys.rarest_word

    inner join right_keys
        on
            alike_words.right_word = right_keys.rarest_word
            and left_keys.record_id != right_keys.record_id

    union

    select
        least(left_record, right_record) as left_record,
        greatest(left_record, right_record) as right_record,
        evidence as found_by

    from stated

    union

    select
        left_record,
        right_record,
        evidence
    from shared

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
