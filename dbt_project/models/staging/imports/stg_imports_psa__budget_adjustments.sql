with

source as (

    select * from {{ source('raw_imports_psa', 'budget_adjustments') }}

),

renamed as (

    select

        connection as source_system,
        adjustment_id,
        project_id,
        {{ money('adjustment_amount') }} as adjustment_amount,
        reason,
        effective_date,
        company_id

    from source

)

select * from renamed
