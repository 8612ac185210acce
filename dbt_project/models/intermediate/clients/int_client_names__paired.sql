with

paired as (

    select * from {{ ref('int_clients__paired') }}

),

tokens as (

    select * from {{ ref('int_client_names__tokenised') }}

),

left_aliases as (

    select
        record_id,
        alias,
        string_agg(word, '' order by position) filter (
            where word_class not in ('legal', 'stop')
        ) as joined_name,
        string_agg(left(word, 1), '' order by position) filter (
            where word_class not in ('legal', 'stop')
        ) as initials,
        list(word) filter (where word_class not in ('legal', 'stop')) as words,
        list(distinct legal_form) filter (where word_class = 'legal') as legal_forms

    from tokens

    group by all

),

right_aliases as (

    select * from left_aliases

),

name_pairs as (

    select
        paired.left_record,
        paired.right_record,
        left_aliases.alias as left_alias,
        right_aliases.alias as right_alias,
        left_aliases.joined_name as left_joined,
        right_aliases.joined_name as right_joined,
        left_aliases.initials as left_initials,
        right_aliases.initials as right_initials,
        {{ holds_initials('left_aliases', 'right_aliases') }}
        or {{ holds_initials('right_aliases', 'left_aliases') }} as may_be_acronym,
        length(left_aliases.words) as n_left_words,
        length(right_aliases.words) as n_right_words,
        list_sort(left_aliases.legal_forms) as left_forms,
        list_sort(right_aliases.legal_forms) as right_forms

    from paired

    inner join left_aliases
        on paired.left_record = left_aliases.record_id

    inner join right_aliases
        on paired.right_record = right_aliases.record_id

)

select * from name_pairs
