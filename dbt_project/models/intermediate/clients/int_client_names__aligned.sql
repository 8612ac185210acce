with

name_pairs as (

    select * from {{ ref('int_client_names__paired') }}

),

left_tokens as (

    select * from {{ ref('int_client_names__tokenised') }}

    where word_class not in ('legal', 'stop')

),

right_tokens as (

    select * from left_tokens

),

word_pairs as (

    select
        name_pairs.left_record,
        name_pairs.right_record,
        name_pairs.left_alias,
        name_pairs.right_alias,
        left_tokens.word as left_word,
        right_tokens.word as right_word,
        greatest(left_tokens.frequency, right_tokens.frequency) as frequency

    from name_pairs

    inner join left_tokens
        on
            name_pairs.left_record = left_tokens.record_id
            and name_pairs.left_alias = left_tokens.alias

    inner join right_tokens
        on
            name_pairs.right_record = right_tokens.record_id
            and name_pairs.right_alias = right_tokens.alias
            and left(left_tokens.word, 1) = left(right_tokens.word, 1)

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
