with

memberships as (

    select * from {{ ref('int_identities__kept') }}

    where entity = 'client'

),

{#  Records that left one id for another on one day. #}
moved as (

    select
        memberships.entity_id as from_id,
        later.entity_id as to_id,
        later.valid_from as moved_date,
        count(*) as n_records,
        max_by(later.because, (later.because is not null, later.record_id)) as because

    from memberships

    inner join memberships as later
        on
            memberships.record_id = later.record_id
            and memberships.membership_number + 1 = later.membership_number

    group by all

)

select * from moved
