{#  The most that the names of a pair can say once words left over are counted: known as
    soon as words are aligned, long before each left-over word is weighed. #}
with

name_pairs as (

    select * from {{ ref('int_client_names__paired') }}

),

aligned as (

    select * from {{ ref('int_client_names__aligned') }}

),

weights as (

    select * from {{ ref('identity_weights') }}

    where entity = 'client'

),

limits as (

    select
        max(bits) filter (where evidence = 'whole name') as whole_name_bits,
        max(bits) filter (where evidence = 'acronym') as acronym_bits,
        max(bits) filter (where evidence = 'legal form') as legal_form_bits,
        max(bits) filter (where evidence = 'conflicting words') as conflict_bits,
        max(bits) filter (where evidence = 'word on one side') as one_side_bits

    from weights

),

weighed as (

    select
        aligned.left_record,
        aligned.right_record,
        aligned.left_alias,
        aligned.right_alias,
        {{ weight('aligned.frequency') }} as bits

    from aligned

    inner join weights
        on aligned.level = weights.level and weights.evidence = 'name word'

),

{#  The first word of a name counts whole, a further one 0.8 at most. #}
agreeing as (

    select
        left_record,
        right_record,
        left_alias,
        right_alias,
        count(*) as n_words,
        0.2 * max(bits) + 0.8 * sum(bits) as bits

    from weighed

    group by all

),

compared as (

    select
        name_pairs.left_record,
        name_pairs.right_record,
        coalesce(agreeing.bits, 0)
        + limits.legal_form_bits
        + case
            when name_pairs.left_joined = name_pairs.right_joined
                then limits.whole_name_bits
            when name_pairs.may_be_acronym then limits.acronym_bits
            else 0
        end as agreeing_bits,
        case
            when name_pairs.left_joined = name_pairs.right_joined then 0
            when name_pairs.may_be_acronym then 0
            when
                least(name_pairs.n_left_words, name_pairs.n_right_words)
                > coalesce(agreeing.n_words, 0)
                then limits.conflict_bits
            when
                greatest(name_pairs.n_left_words, name_pairs.n_right_words)
                > coalesce(agreeing.n_words, 0)
                then limits.one_side_bits
            else 0
        end as left_over_bits

    from name_pairs

    cross join limits

    left join agreeing
        on
            name_pairs.left_record = agreeing.left_record
            and name_pairs.right_record = agreeing.right_record
            and name_pairs.left_alias = agreeing.left_alias
            and name_pairs.right_alias = agreeing.right_alias

),

bounded as (

    select
        left_record,
        right_record,
        max(agreeing_bits) as agreeing_bits,
        max(agreeing_bits + left_over_bits) as match_bits

    from compared

    group by all

)

select * from bounded
