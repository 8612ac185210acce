with

source as (

    select * from {{ source('raw_imports_psa', 'expenses') }}

),

renamed as (

    select

        connection as source_system,
        expense_id,
        project_id,
        expense_date,
        {{ money('expense_amount') }} as expense_amount,
        is_billable,
        status,
        person_id,
        currency_code,
        company_id

    from source

)

select * from renamed
