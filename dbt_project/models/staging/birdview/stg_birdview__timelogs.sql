with

source as (

    select * from {{ source('birdview', 'timelogs') }}

),

listed as (

    select * from {{ source('birdview', 'timelog_ids') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        time_entry_id,
        project_id,
        user_id as person_id,
        entry_date as work_date,
        cast(duration as decimal(18, 4)) as hours,
        role,
        cast(rate as decimal(18, 4)) as bill_rate,
        billable as is_billable,
        non_billable_reason,
        lower(status) as status,
        submitted_at,
        approved_at,
        lower(approved_by) as approved_by,
        last_modification_date as updated_at,
        {{ is_unlisted('time_entry_id') }} as is_deleted,
        company_id

    from source

)

select * from renamed
