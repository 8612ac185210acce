with

people as (

    select * from {{ ref('int_people__unioned') }}

),

grouped as (

    select * from {{ ref('int_people__grouped') }}

),

kept as (

    select * from {{ ref('int_identities__kept') }}

    where entity = 'person' and is_current

),

sized as (

    select
        people.*,
        grouped.group_id,
        count(*) over (partition by grouped.group_id) as n_records,
        count(people.number_key) over (
            partition by grouped.group_id, people.number_key
        ) as n_same_number

    from people

    inner join grouped
        on people.record_id = grouped.record_id

),

identified as (

    select
        sized.record_id,
        sized.source_system,
        sized.source_record_type,
        sized.source_record_id,
        kept.entity_id as person_id,
        case
            when sized.n_records = 1 then 'alone'
            when sized.number_key is not null and sized.n_same_number > 1
                then 'employee_number'
            else 'work_email'
        end as link_kind,
        case
            when sized.n_records = 1
                then 'No other record is this person.'
            when sized.number_key is not null and sized.n_same_number > 1
                then 'Same employee number ' || sized.employee_number || '.'
            else 'Same work address ' || coalesce(sized.email_key, '(none)') || '.'
        end as explanation

    from sized

    left join kept
        on sized.record_id = kept.record_id

)

select * from identified
