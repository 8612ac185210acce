with

source as (

    select * from {{ source('salesforce', 'field_history') }}

),

{#  An edit of a reference is told twice, as ids and as names: the ids count. #}
told_once as (

    select
        *,
        case
            when data_type = 'Currency'
                then cast({{ money('old_value') }} as varchar)
            else old_value
        end as said_before,
        case
            when data_type = 'Currency'
                then cast({{ money('new_value') }} as varchar)
            else new_value
        end as said,
        case
            when license_name like '%Integration%' then 'integration'
            when user_type = 'CloudIntegrationUser' then 'integration'
            when user_type = 'AutomatedProcess' then 'formula'
            when user_type is not null then 'person'
            else 'unknown'
        end as source_of_change

    from source
    -- What happened to the record as a whole is no edit of a field.
    where
        field not in (
            'created',
            'locked',
            'unlocked',
            'opportunityCreatedFromLead',
            'ownerAccepted'
        )
    qualify row_number() over (
        partition by connection, record_type, record_id, field, created_date
        order by case when data_type = 'EntityId' then 1 else 2 end, id desc
    ) = 1

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        record_type,
        record_id,
        field,

        ---------- timestamps
        created_date as changed_at,

        ---------- strings
        said_before as old_value,
        said as new_value,
        case
            when source_of_change = 'person' then user_email
            else user_name
        end as changed_by,
        source_of_change as change_source,

        ---------- lineage
        cast(null as varchar) as company_id

    from told_once

)

select * from renamed
