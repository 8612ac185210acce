{#  The map as it is: the declared way of each field, and what was seen on it. #}
with

field_owners as (

    select
        *,
        unnest(case
            when referenced_by is null then [cast(null as varchar)]
            else string_split(referenced_by, ' ')
        end) as to_role

    from {{ ref('field_owners') }}

),

connections as (

    select
        role,
        string_agg(distinct source_system, ', ' order by source_system) as systems

    from {{ source('rules', 'connections') }}

    group by all

),

topology as (

    select
        entity,
        field,
        from_role,
        to_role,
        sum(n_edits) as n_edits

    from {{ ref('sync_topology') }}

    group by all

),

compared as (

    select
        entity,
        field,
        role,
        count(*) as n_compared,
        count(*) filter (where not is_agreed) as n_different

    from {{ ref('int_field_values__paired') }}

    group by all

),

off_owner as (

    select
        entity,
        field,
        role,
        count(*) as n_edits

    from {{ ref('off_owner_edits') }}

    where is_standing and pattern != 'recreated'

    group by all

),

flows as (

    select
        field_owners.entity,
        field_owners.field,
        field_owners.created_in,
        field_owners.owner as owner_role,
        field_owners.to_role,
        field_owners.event,
        origins.systems as from_systems,
        receivers.systems as to_systems,
        {{ owner_of('field_owners.owner') }} as responsible,
        field_owners.because,
        coalesce(topology.n_edits, 0) as n_seen,
        coalesce(backwards.n_edits, 0) as n_seen_backwards,
        coalesce(compared.n_compared, 0) as n_compared,
        coalesce(compared.n_different, 0) as n_different,
        coalesce(off_owner.n_edits, 0) as n_off_owner

    from field_owners

    left join connections as origins
        on field_owners.owner = origins.role

    left join connections as receivers
        on field_owners.to_role = receivers.role

    left join topology
        on
            field_owners.entity = topology.entity
            and field_owners.field = topology.field
            and field_owners.owner = topology.from_role
            and field_owners.to_role = topology.to_role

    left join topology as backwards
        on
            field_owners.entity = backwards.entity
            and field_owners.field = backwards.field
            and field_owners.owner = backwards.to_role
            and field_owners.to_role = backwards.from_role

    left join compared
        on
            field_owners.entity = compared.entity
            and field_owners.field = compared.field
            and field_owners.to_role = compared.role

    left join off_owner
        on
            field_owners.entity = off_owner.entity
            and field_owners.field = off_owner.field
            and field_owners.to_role = off_owner.role

),

fact_flows as (

    select
        flows.*,
        flows.n_seen_backwards + flows.n_different + flows.n_off_owner as n_broken,
        {{ flow_told('flows') }} as explanation

    from flows

)

select * from fact_flows
