with

agreeing as (

    select * from {{ ref('int_client_names__found') }}

),

conflicting as (

    select * from {{ ref('int_client_names__conflicting') }}

),

weights as (

    select * from {{ ref('identity_weights') }}

    where entity = 'client'

),

found as (

    select * from agreeing
    union all
    select * from conflicting

),

weighed as (

    select
        found.*,
        {{ weight('found.frequency') }} as bits

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
                partition by
                    left_record, right_record, left_alias, right_alias, evidence
                order by bits desc, left_value asc, right_value asc
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
        order by bits desc, left_alias asc, right_alias asc
    ) = 1

),

best as (

    select damped.* from damped

    inner join best_names
        on
            damped.left_record = best_names.left_record
            and damped.right_record = best_names.right_record
            and damped.left_alias = best_names.left_alias
            and damped.right_alias = best_names.right_alias

)

select * from best
