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

{#  Every word of the left with every word of the right that could be the same word. #}
candidates as (

    select
        name_pairs.left_record,
        name_pairs.right_record,
        name_pairs.left_alias,
        name_pairs.right_alias,
        left_tokens.word as left_word,
        right_tokens.word as right_word,
        greatest(left_tokens.frequency, right_tokens.frequency) as frequency,
        {{ word_likeness('left_tokens', 'right_tokens') }} as level

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

{#  Each word agrees with one word at most: its likest, ties to the rarer. #}
best_of_left as (

    select * from candidates

    where level is not null

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
