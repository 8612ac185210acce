with

source as (

    select * from {{ source('harvest', 'time_entries') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        id as time_entry_id,
        project_id,
        user_id as person_id,
        spent_date as work_date,
        cast(hours as decimal(18, 4)) as hours,
        task as role,
        cast(billable_rate as decimal(18, 4)) as bill_rate,
        billable as is_billable,
        {{ noted('notes', 'non_billable_reason') }} as non_billable_reason,
        case
            when approval_status in ('submitted', 'approved') then approval_status
            when approval_status is null and is_closed then 'approved'
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
