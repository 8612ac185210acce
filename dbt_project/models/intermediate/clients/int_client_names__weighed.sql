with

found as (

    select * from {{ ref('int_client_names__found') }}

),

weights as (

    select * from {{ ref('identity_weights') }}

    where entity = 'client'

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
ranked as (

    select
        *,
        case
            when evidence != 'name word' then 1
            else [1, 0.8, 0.6, 0.45, 0.35][least(5, row_number() over (
                partition by left_record, right_record, left_alias, right_alias, evidence
                order by bits desc, left_value, right_value
            ))]
        end as damping

    from weighed

),

damped as (

    select
        * exclude (bits, damping),
        {{ as_bits('bits * damping') }} as bits

    from ranked

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
