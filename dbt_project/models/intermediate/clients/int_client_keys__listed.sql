{#  Every key by which records are brought together to be compared. A key that too many
    names share brings nobody together: it is kept here, marked, and published. #}
{%- set kinds = ['tax id', 'registration id', 'domain', 'phone', 'email', 'address'] %}
with

collapsed as (

    select * from {{ ref('int_clients__collapsed') }}

),

tokens as (

    select * from {{ ref('int_client_names__tokenised') }}

),

identifiers as (

    select
        record_id,
        unnest({{ compared_kinds(kinds) }}) as found_by,
        unnest({{ compared_values(kinds) }}) as shared_key,
        cast(null as varchar) as rarest_word

    from collapsed

),

words as (

    select
        record_id,
        'name word' as found_by,
        word as shared_key,
        null as rarest_word

    from tokens

    where word_class not in ('legal', 'stop')

),

rarest_words as (

    select
        record_id,
        'first letters of the rarest word' as found_by,
        left(word, 4) as shared_key,
        word as rarest_word

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
        string_agg(word, '' order by position) as shared_key,
        null as rarest_word

    from tokens

    where word_class not in ('legal', 'stop')

    group by record_id, alias

),

keys as (

    select * from identifiers
    union
    select * from words
    union
    select * from rarest_words
    union
    select * from joined_names

),

sizes as (

    select greatest(50, count(distinct item_id) // 100) as most_items from collapsed

),

counted as (

    select
        keys.found_by,
        keys.shared_key,
        count(distinct collapsed.item_id) as n_items,
        sizes.most_items

    from keys

    inner join collapsed
        on keys.record_id = collapsed.record_id

    cross join sizes

    where keys.shared_key is not null

    group by all

),

listed as (

    select
        keys.record_id,
        keys.found_by,
        keys.shared_key,
        keys.rarest_word,
        counted.n_items,
        counted.most_items,
        counted.n_items > counted.most_items as is_skipped

    from keys

    inner join counted
        on
            keys.found_by = counted.found_by
            and keys.shared_key = counted.shared_key

)

select * from listed
