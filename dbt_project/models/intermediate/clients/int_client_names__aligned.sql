with

name_pairs as (

    select * from {{ ref('int_client_names__paired') }}

),

tokens as (

    select * from {{ ref('int_client_names__tokenised') }}

    where word_class not in ('legal', 'stop')

),

{#  Words travel as lists: a join by first letters would pair every name with every
    other one of that letter. #}
left_listed as (

    select
        record_id,
        alias,
        list(word order by word) as words,
        list(frequency order by word) as frequencies

    from tokens

    group by all

),

right_listed as (

    select * from left_listed

),

left_unfolded as (

    select
        name_pairs.left_record,
        name_pairs.right_record,
        name_pairs.left_alias,
        name_pairs.right_alias,
        unnest(left_listed.words) as left_word,
        unnest(left_listed.frequencies) as left_frequency,
        right_listed.words as right_words,
        right_listed.frequencies as right_frequencies

    from name_pairs

    inner join left_listed
        on
            name_pairs.left_record = left_listed.record_id
            and name_pairs.left_alias = left_listed.alias

    inner join right_listed
        on
            name_pairs.right_record = right_listed.record_id
            and name_pairs.right_alias = right_listed.alias

),

unfolded as (

    select
        * exclude (right_words, right_frequencies),
        unnest(right_words) as right_word,
        unnest(right_frequencies) as right_frequency

    from left_unfolded

),

word_pairs as (

    select
        * exclude (left_frequency, right_frequency),
        greatest(left_frequency, right_frequency) as frequency

    from unfolded

    where left(left_word, 1) = left(right_word, 1)

),

distinct_pairs as (

    select distinct
        left_word,
        right_word

    from word_pairs

),

{#  Two words are compared once, however many names hold them. #}
alike as (

    select
        *,
        {{ word_likeness('left_word', 'right_word') }} as level

    from distinct_pairs

),

candidates as (

    select
        word_pairs.*,
        alike.level

    from word_pairs

    inner join alike
        on
            word_pairs.left_word = alike.left_word
            and word_pairs.right_word = alike.right_word

    where alike.level is not null

),

{#  Each word agrees with one word at most: its likest, ties to the rarer. #}
best_of_left as (

    select * from candidates

    qualify row_number() over (
        partition by left_record, right_record, left_alias, right_alias, left_word
        order by {{ level_rank() }}, frequency, right_word
    ) = 1

),

aligned as (

    select * from best_of_left

    qualify row_number() over (
        partition by left_record, right_record, left_alias, right_alias, right_word
        order by {{ level_rank() }}, frequency, left_word
    ) = 1

)

select * from aligned
