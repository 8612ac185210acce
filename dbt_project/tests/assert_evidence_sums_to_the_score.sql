{#  Guards the *_links marts: the rows of a pair, prior included, are its score. If they
    were not, the explanation would explain another decision than the one taken. #}

with

rows_of_pairs as (

    select
        left_record,
        right_record,
        bits
    from {{ ref('client_links') }}
    union all
    select
        left_record,
        right_record,
        bits
    from {{ ref('project_links') }}
    union all
    select
        left_record,
        right_record,
        bits
    from {{ ref('person_links') }}

),

scores as (

    select
        left_record,
        right_record,
        match_bits
    from {{ ref('int_clients__scored') }}
    union all
    select
        left_record,
        right_record,
        match_bits
    from {{ ref('int_projects__scored') }}
    union all
    select
        left_record,
        right_record,
        match_bits
    from {{ ref('int_people__scored') }}

),

summed as (

    select
        left_record,
        right_record,
        sum(bits) as bits

    from rows_of_pairs

    group by all

)

select
    scores.left_record,
    scores.right_record,
    scores.match_bits,
    summed.bits

from scores

left join summed
    on
        scores.left_record = summed.left_record
        and scores.right_record = summed.right_record

where summed.bits is distinct from scores.match_bits
