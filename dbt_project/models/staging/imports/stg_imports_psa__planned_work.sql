with

source as (

    select * from {{ source('raw_imports_psa', 'planned_work') }}

),

renamed as (

    select

        connection as source_system,
        project_id,
        month,
        planned_amount,
        planned_work_id,
        role,
        person_id,
        planned_hours,
        bill_rate,
        is_soft,
        company_id

    from source

)

select * from renamed
