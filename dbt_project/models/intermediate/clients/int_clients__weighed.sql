with

found as (

    select * from {{ ref('int_clients__compared') }}

),

names as (

    select * from {{ ref('int_client_names__weighed') }}

),

weights as (

    select * from {{ ref('identity_weights') }}

    where entity = 'client'

),

weighed as (

    select
        found.left_record,
        found.right_record,
        found.evidence,
        found.level,
        found.left_value,
        found.right_value,
        {{ as_bits(weight('found.frequency')) }} as bits

    from found

    inner join weights
        on
            found.evidence = weights.evidence
            and found.level = weights.level

    union all

    select
        left_record,
        right_record,
        evidence,
        level,
        left_value,
        right_value,
        bits

    from names

)

select * from weighed
