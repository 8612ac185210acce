with

source as (

    select * from {{ source('raw_imports_psa', 'planned_work') }}

),

renamed as (

    select

        connection as source_system,
        project_id,
        month,
        {{ money('planned_amount') }} as planned_amount,
        planned_work_id,
        role,
        person_id,
        cast(planned_hours as decimal(18, 4)) as planned_hours,
        cast(bill_rate as decimal(18, 4)) as bill_rate,
        is_soft,
        company_id

    from source

)

select * from renamed
