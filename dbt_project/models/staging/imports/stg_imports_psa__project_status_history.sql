with

source as (

    select * from {{ source('raw_imports_psa', 'project_status_history') }}

),

renamed as (

    select

        connection as source_system,
        project_id,
        status,
        from_date,
        changed_by,
        reason,
        company_id

    from source

)

select * from renamed
