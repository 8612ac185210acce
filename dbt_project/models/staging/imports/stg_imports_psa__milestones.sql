with

source as (

    select * from {{ source('raw_imports_psa', 'milestones') }}

),

renamed as (

    select

        connection as source_system,
        milestone_id,
        project_id,
        milestone_name,
        {{ money('milestone_amount') }} as milestone_amount,
        due_date,
        accepted_at,
        company_id

    from source

)

select * from renamed
