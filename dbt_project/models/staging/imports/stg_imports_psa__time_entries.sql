with

source as (

    select * from {{ source('raw_imports_psa', 'time_entries') }}

),

renamed as (

    select

        connection as source_system,
        time_entry_id,
        project_id,
        person_id,
        work_date,
        cast(hours as decimal(18, 4)) as hours,
        role,
        cast(bill_rate as decimal(18, 4)) as bill_rate,
        is_billable,
        non_billable_reason,
        status,
        submitted_at,
        approved_at,
        approved_by,
        updated_at,
        coalesce(is_deleted, false) as is_deleted,
        company_id

    from source

)

select * from renamed
