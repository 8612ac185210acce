with

left_people as (

    select * from {{ ref('int_people__unioned') }}

),

right_people as (

    select * from {{ ref('int_people__unioned') }}

),

decisions as (

    select
        least(left_record, right_record) as left_record,
        greatest(left_record, right_record) as right_record,
        decision

    from {{ source('rules', 'identity_decisions') }}

    where entity = 'person'

),

weights as (

    select * from {{ ref('identity_weights') }}

    where entity = 'person'

),

{#  A pair that somebody judged is weighed too, whatever it shares. #}
met as (

    select
        left_people.record_id as left_record,
        right_people.record_id as right_record

    from left_people

    inner join right_people
        on
            left_people.record_id < right_people.record_id
            and (
                left_people.number_key = right_people.number_key
                or left_people.email_key = right_people.email_key
                or left_people.name_key = right_people.name_key
            )

    union

    select
        left_record,
        right_record
    from decisions

),

paired as (

    select
        met.left_record,
        met.right_record,
        unnest(['employee number', 'work email', 'name']) as evidence,
        unnest([left_people.number_key, left_people.email_key, left_people.name_key])
            as left_value,
        unnest([right_people.number_key, right_people.email_key, right_people.name_key])
            as right_value

    from met

    inner join left_people
        on met.left_record = left_people.record_id

    inner join right_people
        on met.right_record = right_people.record_id

),

found as (

    select
        *,
        if(left_value = right_value, 'agree', 'differs') as level

    from paired

    where left_value is not null and right_value is not null

    union all

    select
        decisions.left_record,
        decisions.right_record,
        'decision' as evidence,
        decisions.left_record as left_value,
        decisions.right_record as right_value,
        decisions.decision as level

    from decisions

    inner join left_people
        on decisions.left_record = left_people.record_id

    inner join right_people
        on decisions.right_record = right_people.record_id

),

{#  A level without a weight, such as two work addresses, is no evidence either way. #}
weighed as (

    select
        found.left_record,
        found.right_record,
        found.evidence,
        found.level,
        found.left_value,
        found.right_value,
        weights.bits

    from found

    inner join weights
        on
            found.evidence = weights.evidence
            and found.level = weights.level

    union all

    select distinct
        left_record,
        right_record,
        'prior' as evidence,
        'any two records' as level,
        cast(null as varchar) as left_value,
        cast(null as varchar) as right_value,
        {{ as_bits('-log2((select count(*) from left_people))') }} as bits

    from found

)

select * from weighed
