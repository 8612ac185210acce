with

source as (

    select * from {{ source('raw_imports_psa', 'holds') }}

),

renamed as (

    select

        connection as source_system,
        project_id,
        kind,
        from_date,
        {{ money('hold_amount') }} as hold_amount,
        to_date,
        reason,
        company_id

    from source

)

select * from renamed
