with

name_pairs as (

    {{ shortlisted_of('int_client_names__paired') }}

),

aligned as (

    {{ shortlisted_of('int_client_names__aligned') }}

),

left_over as (

    select * from {{ ref('int_client_names__left_over') }}

),

found as (

    select
        left_record,
        right_record,
        left_alias,
        right_alias,
        'name word' as evidence,
        level,
        left_word as left_value,
        right_word as right_value,
        frequency

    from aligned

    union all

    select
        left_record,
        right_record,
        left_alias,
        right_alias,
        'acronym',
        'agree',
        word,
        if(side = 'left', right_alias, left_alias),
        null

    from left_over

    where is_acronym

    union all

    select
        name_pairs.left_record,
        name_pairs.right_record,
        name_pairs.left_alias,
        name_pairs.right_alias,
        'whole name',
        if(bool_or(aligned.level = 'agree'), 'agree', 'joined'),
        min(name_pairs.left_joined),
        min(name_pairs.right_joined),
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
        left_record,
        right_record,
        left_alias,
        right_alias,
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

)

select * from found
