with

left_over as (

    select * from {{ ref('int_client_names__left_over') }}

),

words_of_sides as (

    select
        left_record,
        right_record,
        left_alias,
        right_alias,
        string_agg(word, ' ' order by word) filter (where side = 'left') as left_words,
        string_agg(word, ' ' order by word) filter (where side = 'right')
            as right_words,
        bool_or(word_class in ('place', 'number')) filter (where side = 'left')
        and bool_or(word_class in ('place', 'number')) filter (where side = 'right')
            as is_hard,
        sum(least(-log2(frequency), 12)) as rarity

    from left_over

    where not has_acronym

    group by all

),

conflicting as (

    select
        left_record,
        right_record,
        left_alias,
        right_alias,
        'conflicting words' as evidence,
        case
            when is_hard then 'place or number' when rarity > 16 then 'rare' else
                'common'
        end as level,
        left_words as left_value,
        right_words as right_value,
        cast(null as double) as frequency

    from words_of_sides

    where left_words is not null and right_words is not null

    union all

    select
        left_record,
        right_record,
        left_alias,
        right_alias,
        'word on one side',
        case
            when word_class in ('place', 'number') then 'place or number'
            when -log2(frequency) > 8 then 'rare'
            else 'common'
        end,
        if(side = 'left', word, null),
        if(side = 'right', word, null),
        null

    from left_over

    where not has_acronym and not is_on_both_sides

)

select * from conflicting
