with

firm as (

    select * from {{ source('rules', 'firm') }}

),

paired as (

    select * from {{ ref('int_field_values__paired') }}

),

field_owners as (

    select * from {{ ref('field_owners') }}

),

judged_edits as (

    select
        record_id,
        stated_field

    from {{ ref('off_owner_edits') }}

    where is_standing

    group by all

),

differing as (

    select
        paired.*,
        judged_edits.record_id is not null as is_edited_off_owner,
        not paired.is_agreed
        and paired.last_updated_at
        >= cast(firm.as_of + 1 as timestamp) - to_hours(field_owners.lag_hours)
            as is_within_limit

    from paired

    cross join firm

    inner join field_owners
        on paired.entity = field_owners.entity and paired.field = field_owners.field

    left join judged_edits
        on
            paired.record_id = judged_edits.record_id
            and paired.stated_field = judged_edits.stated_field

    where not paired.is_agreed or paired.owner_field != paired.stated_field

),

classed as (

    select
        *,
        case
            when is_agreed then 'by_design'
            when is_within_limit then 'timing'
            when is_edited_off_owner then 'rule_broken'
            else 'data_error'
        end as disagreement_class

    from differing

)

select * from classed
