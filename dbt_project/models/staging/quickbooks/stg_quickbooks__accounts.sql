with

source as (

    select * from {{ source('quickbooks', 'accounts') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        id as account_code,
        name as account_name,
        case
            when account_type in ('Income', 'Other Income') then 'revenue'
            when account_type = 'Accounts Receivable' then 'receivable'
            when account_sub_type = 'DeferredRevenue' then 'deferred_revenue'
            when account_sub_type in ('GlobalTaxPayable', 'SalesTaxPayable') then 'tax'
            when account_sub_type = 'BadDebts' then 'bad_debt'
            when account_type = 'Other Current Asset' and lower(name) like '%accrued%'
                then 'accrued_revenue'
            else 'other'
        end as account_kind,
        cast(null as varchar) as company_id

    from source

)

select * from renamed
