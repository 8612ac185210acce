with

source as (

    select * from {{ source('kantata', 'time_entries') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        id as time_entry_id,
        workspace_id as project_id,
        user_id as person_id,
        date_performed as work_date,
        cast(time_in_minutes / 60 as decimal(18, 4)) as hours,
        role,
        cast(rate as decimal(18, 4)) as bill_rate,
        billable as is_billable,
        {{ noted('notes', 'non_billable_reason') }} as non_billable_reason,
        case
            when approved then 'approved'
            when is_submitted then 'submitted'
            else 'draft'
        end as status,
        cast(null as timestamp) as submitted_at,
        cast(null as timestamp) as approved_at,
        cast(null as varchar) as approved_by,
        updated_at,
        gone_at is not null as is_deleted,
        cast(null as varchar) as company_id

    from source

)

select * from renamed
