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

)

select * from keys
