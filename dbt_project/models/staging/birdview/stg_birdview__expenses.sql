with

source as (

    select * from {{ source('birdview', 'expenses') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        payment_id as expense_id,
        project_id,
        payment_date as expense_date,
        {{ money('amount') }} as expense_amount,
        billable as is_billable,
        lower(status) as status,
        user_id as person_id,
        upper(currency) as currency_code,
        company_id

    from source

)

select * from renamed
