with

name_pairs as (

    select * from {{ ref('int_client_names__paired') }}

),

aligned as (

    select * from {{ ref('int_client_names__aligned') }}

),

left_over as (

    select * from {{ ref('int_client_names__left_over') }}

),

weights as (

    select * from {{ ref('identity_weights') }}

    where entity = 'client'

),

{#  An acronym explains the words it stands for: they are no longer left over. #}
unexplained as (

    select
        *,
        bool_or(is_acronym) over (
            partition by left_record, right_record, left_alias, right_alias
        ) as has_acronym

    from left_over

),

words_of_sides as (

    select
        left_record,
        right_record,
        left_alias,
        right_alias,
        string_agg(word, ' ' order by word) filter (where side = 'left') as left_words,
        string_agg(word, ' ' order by word) filter (where side = 'right') as right_words,
        bool_or(word_class in ('place', 'number')) filter (where side = 'left')
        and bool_or(word_class in ('place', 'number')) filter (where side = 'right')
            as is_hard,
        sum(least(-log2(frequency), 12)) as rarity

    from unexplained

    where not has_acronym

    group by all

),

found as (

    select
        left_record, right_record, left_alias, right_alias,
        'name word' as evidence,
        level,
        left_word as left_value,
        right_word as right_value,
        frequency

    from aligned

    union all

    select
        left_record, right_record, left_alias, right_alias,
        'acronym',
        'agree',
        word,
        if(side = 'left', right_alias, left_alias),
        null

    from unexplained

    where is_acronym

    union all

    select
        name_pairs.left_record, name_pairs.right_record,
        name_pairs.left_alias, name_pairs.right_alias,
        'whole name',
        if(bool_or(aligned.level = 'agree'), 'agree', 'joined'),
        any_value(name_pairs.left_joined),
        any_value(name_pairs.right_joined),
        null

    from name_pairs

    left join aligned
        on
            name_pairs.left_record = aligned.left_record
            and name_pairs.right_record = aligned.right_record
            and name_pairs.left_alias = aligned.left_alias
            and name_pairs.right_alias = aligned.right_alias

    where name_pairs.left_joined = name_pairs.right_joined

    group by all

    union all

    select
        left_record, right_record, left_alias, right_alias,
        'conflicting words',
        case when is_hard then 'place or number' when rarity > 16 then 'rare' else 'common' end,
        left_words,
        right_words,
        null

    from words_of_sides

    where left_words is not null and right_words is not null

    union all

    select
        unexplained.left_record, unexplained.right_record,
        unexplained.left_alias, unexplained.right_alias,
        'word on one side',
        case
            when unexplained.word_class in ('place', 'number') then 'place or number'
            when -log2(unexplained.frequency) > 8 then 'rare'
            else 'common'
        end,
        if(unexplained.side = 'left', unexplained.word, null),
        if(unexplained.side = 'right', unexplained.word, null),
        null

    from unexplained

    inner join words_of_sides
        using (left_record, right_record, left_alias, right_alias)

    where words_of_sides.left_words is null or words_of_sides.right_words is null

    union all

    select
        left_record, right_record, left_alias, right_alias,
        'legal form',
        case
            when left_forms is null or right_forms is null then 'one side'
            when list_has_any(left_forms, right_forms) then 'agree'
            else 'differs'
        end,
        array_to_string(left_forms, ' '),
        array_to_string(right_forms, ' '),
        null

    from name_pairs

    where left_forms is not null or right_forms is not null

),

weighed as (

    select
        found.*,
        coalesce(
            weights.bits,
            weights.share
            * least(weights.cap_bits, log2(weights.m / found.frequency))
        ) as bits

    from found

    inner join weights
        on
            found.evidence = weights.evidence
            and found.level = weights.level

),

{#  Words of one name are not independent: each further word counts less. #}
damped as (

    select
        * exclude (bits),
        bits * case
            when evidence != 'name word' then 1
            else [1, 0.8, 0.6, 0.45, 0.35][least(5, row_number() over (
                partition by left_record, right_record, left_alias, right_alias, evidence
                order by bits desc, left_value, right_value
            ))]
        end as bits

    from weighed

),

summed as (

    select
        left_record,
        right_record,
        left_alias,
        right_alias,
        sum(bits) as bits

    from damped

    group by all

),

{#  A record may have several names. The two that agree best speak for it. #}
best_names as (

    select * from summed

    qualify row_number() over (
        partition by left_record, right_record
        order by bits desc, left_alias, right_alias
    ) = 1

)

select damped.* from damped

inner join best_names
    using (left_record, right_record, left_alias, right_alias)
