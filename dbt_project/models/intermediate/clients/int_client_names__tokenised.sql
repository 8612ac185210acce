with

collapsed as (

    select * from {{ ref('int_clients__collapsed') }}

),

legal_forms as (

    select * from {{ ref('legal_forms') }}

),

name_words as (

    select * from {{ ref('name_words') }}

),

word_frequency as (

    select * from {{ ref('name_word_frequency') }}

),

names as (

    select
        record_id,
        unnest([normal_name, normal_legal_name]) as written_name
    from collapsed

),

{#  Trading as, formerly, also known as: each side is a name of its own. #}
aliases as (

    select distinct
        record_id,
        trim(unnest(regexp_split_to_array(
            written_name,
            '\b(dba|d b a|ta|trading as|doing business as|aka|fka|formerly known as'
            || '|formerly)\b'
        ))) as alias

    from names

),

words as (

    select
        record_id,
        alias,
        unnest(string_split(alias, ' ')) as written_word,
        generate_subscripts(string_split(alias, ' '), 1) as position
    from aliases
    where alias != ''

),

{#  NY is read as New York: an abbreviation may stand for several words. #}
read_words as (

    select
        words.record_id,
        words.alias,
        words.written_word,
        words.position,
        string_split(
            coalesce(name_words.stands_for, words.written_word), ' '
        ) as read_as,
        unnest(read_as) as word,
        generate_subscripts(read_as, 1) as word_position

    from words

    left join name_words
        on words.written_word = name_words.word

),

classed as (

    select
        read_words.record_id,
        read_words.alias,
        (read_words.position - 1) * 10 + read_words.word_position as position,
        read_words.word,
        legal_forms.form as legal_form,
        case
            when legal_forms.form is not null and read_words.position > 1 then 'legal'
            when name_words.kind in ('place', 'number', 'stop') then name_words.kind
            when regexp_full_match(read_words.written_word, '\d+') then 'number'
            else 'word'
        end as word_class

    from read_words
    left join legal_forms
        on read_words.written_word = legal_forms.word
    left join name_words
        on read_words.word = name_words.word

),

counted as (

    select
        classed.word,
        count(distinct collapsed.item_id) as n_items
    from classed

    inner join collapsed
        on classed.record_id = collapsed.record_id

    group by all

),

{#  A word is as rare as the rarer world says: outside names, or half of how often it
    occurs here beside the two records that are compared. #}
tokenised as (

    select
        classed.*,
        counted.n_items,
        greatest(
            (coalesce(word_frequency.n_names, 0) + 0.5) / 399204.0,
            greatest(counted.n_items - 2, 0) * 0.5
            / (select count(distinct collapsed.item_id) from collapsed),
            power(2, -15)
        ) as frequency

    from classed

    inner join counted
        on classed.word = counted.word

    left join word_frequency
        on classed.word = word_frequency.word

    qualify row_number() over (
        partition by classed.record_id, classed.alias, classed.word
        order by classed.position
    ) = 1

)

select * from tokenised
