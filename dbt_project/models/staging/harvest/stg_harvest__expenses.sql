with

source as (

    select * from {{ source('harvest', 'expenses') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        id as expense_id,
        project_id,
        spent_date as expense_date,
        {{ money('total_cost') }} as expense_amount,
        billable as is_billable,
        case
            when approval_status in ('submitted', 'approved') then approval_status
            when approval_status is null and is_closed then 'approved'
            else 'draft'
        end as status,
        user_id as person_id,
        upper(currency) as currency_code,
        cast(null as varchar) as company_id

    from source

)

select * from renamed
