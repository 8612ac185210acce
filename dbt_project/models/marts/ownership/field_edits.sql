with

edits as (

    select * from {{ ref('int_field_edits__dated') }}

),

field_columns as (

    select distinct
        role,
        record_type,
        column_name,
        entity,
        field

    from {{ ref('field_columns') }}

    where entity is not null

),

field_owners as (

    select * from {{ ref('field_owners') }}

),

entities as (

    select
        record_id,
        client_id,
        client_id as entity_id

    from {{ ref('int_clients__identified') }}

    union all

    select
        record_id,
        client_id,
        project_id as entity_id

    from {{ ref('int_projects__identified') }}

    union all

    select
        record_id,
        cast(null as varchar) as client_id,
        person_id as entity_id

    from {{ ref('int_people__identified') }}

),

owned as (

    select
        edits.*,
        field_columns.entity,
        field_columns.field,
        field_owners.owner as owner_role,
        edits.role = field_owners.owner as is_in_owner

    from edits

    inner join field_columns
        on
            edits.role = field_columns.role
            and edits.record_type = field_columns.record_type
            and edits.column_name = field_columns.column_name

    inner join field_owners
        on
            field_columns.entity = field_owners.entity
            and field_columns.field = field_owners.field

),

field_edits as (

    select

        ---------- ids
        owned.record_id || '/' || owned.column_name || '/'
        || cast(owned.changed_at as varchar) || '/' || owned.edit_number as edit_id,
        owned.entity,
        owned.field,
        owned.column_name as stated_field,
        coalesce(entities.entity_id, owned.record_id) as entity_id,
        entities.client_id,
        owned.record_id,

        ---------- strings
        owned.role,
        owned.owner_role,
        case
            when owned.column_name in ('tax_id', 'registration_id')
                then {{ tax_id_masked('owned.old_value') }}
            else owned.old_value
        end as old_value,
        case
            when owned.column_name in ('tax_id', 'registration_id')
                then {{ tax_id_masked('owned.new_value') }}
            else owned.new_value
        end as new_value,
        owned.changed_by,
        owned.means,
        owned.resolution,
        {{ edit_told('owned') }} as explanation,

        ---------- booleans
        owned.is_in_owner,
        (owned.old_value is not distinct from owned.new_value) as is_rewrite,

        ---------- dates
        owned.changed_after_date,

        ---------- timestamps
        owned.changed_at,

        ---------- lineage
        owned.source_system,
        owned.record_type as source_record_type,
        owned.source_record_id

    from owned

    left join entities
        on owned.record_id = entities.record_id

)

select * from field_edits
