{#  Whole clients only: the clients that are named, and those for which a team leads a
    project. Without [scope] nobody is named, and everybody is shown: see in_scope(). #}
with

scope as (

    select * from {{ source('rules', 'scope') }}

),

clients as (

    select * from {{ ref('clients') }}

),

client_records as (

    select * from {{ ref('client_records') }}

),

projects as (

    select * from {{ ref('projects') }}

),

people as (

    select * from {{ ref('people') }}

),

known as (

    select
        'client' as scope_kind,
        client_name as known_as,
        client_id

    from clients

    union

    select
        'client' as scope_kind,
        record_name as known_as,
        client_id

    from client_records

    union

    select
        'team' as scope_kind,
        manager_email as known_as,
        client_id

    from projects

    union

    select
        'team' as scope_kind,
        people.department as known_as,
        projects.client_id

    from projects

    inner join people
        on lower(projects.manager_email) = lower(people.work_email)

),

scoped as (

    select distinct
        known.client_id,
        scope.scope_kind,
        scope.scope_name

    from scope

    inner join known
        on
            scope.scope_kind = known.scope_kind
            and lower(scope.scope_name) = lower(known.known_as)

    where known.client_id is not null

)

select * from scoped
