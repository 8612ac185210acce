with

source as (

    select * from {{ source('kantata', 'expenses') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        id as expense_id,
        workspace_id as project_id,
        date as expense_date,
        {{ money('amount') }} as expense_amount,
        is_billable,
        cast(null as varchar) as status,
        user_id as person_id,
        upper(currency) as currency_code,
        cast(null as varchar) as company_id

    from source

)

select * from renamed
