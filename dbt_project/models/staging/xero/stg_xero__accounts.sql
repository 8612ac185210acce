with

source as (

    select * from {{ source('xero', 'accounts') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        coalesce(code, account_id) as account_code,
        name as account_name,
        case
            when class = 'REVENUE' then 'revenue'
            when system_account = 'DEBTORS' then 'receivable'
            when system_account like 'GST%' then 'tax'
            when class = 'EXPENSE' and lower(name) like '%bad debt%' then 'bad_debt'
            when
                class = 'LIABILITY'
                and (lower(name) like '%deferred%' or lower(name) like '%unearned%')
                then 'deferred_revenue'
            when class = 'ASSET' and lower(name) like '%accrued%'
                then 'accrued_revenue'
            else 'other'
        end as account_kind,
        cast(null as varchar) as company_id

    from source

)

select * from renamed
