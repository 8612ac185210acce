with

name_pairs as (

    {{ shortlisted_of('int_client_names__paired') }}

),

tokens as (

    select * from {{ ref('int_client_names__tokenised') }}

    where word_class not in ('legal', 'stop')

),

aligned as (

    select * from {{ ref('int_client_names__aligned') }}

),

aligned_words as (

    select
        *,
        'left' as side,
        left_word as word

    from aligned

    union all

    select
        *,
        'right' as side,
        right_word as word

    from aligned

),

sides as (

    select
        *,
        'left' as side,
        left_record as record_id,
        left_alias as alias,
        right_initials as initials_beyond

    from name_pairs

    union all

    select
        *,
        'right' as side,
        right_record as record_id,
        right_alias as alias,
        left_initials as initials_beyond

    from name_pairs

),

left_over as (

    select
        sides.left_record,
        sides.right_record,
        sides.left_alias,
        sides.right_alias,
        sides.side,
        tokens.word,
        tokens.frequency,
        tokens.word_class,
        length(tokens.word) between 3 and 6
        and length(sides.initials_beyond) - length(tokens.word) between 0 and 1
        and starts_with(sides.initials_beyond, tokens.word) as is_acronym

    from sides

    inner join tokens
        on
            sides.record_id = tokens.record_id
            and sides.alias = tokens.alias

    left join aligned_words
        on
            sides.left_record = aligned_words.left_record
            and sides.right_record = aligned_words.right_record
            and sides.left_alias = aligned_words.left_alias
            and sides.right_alias = aligned_words.right_alias
            and sides.side = aligned_words.side
            and tokens.word = aligned_words.word

    where
        aligned_words.word is null
        and sides.left_joined is distinct from sides.right_joined

),

{#  An acronym explains the words it stands for: they are no longer left over. #}
explained as (

    select
        *,
        bool_or(is_acronym) over pair_of_names as has_acronym,
        count(distinct side) over pair_of_names = 2 as is_on_both_sides

    from left_over

    window
        pair_of_names as (
            partition by left_record, right_record, left_alias, right_alias
        )

)

select * from explained
