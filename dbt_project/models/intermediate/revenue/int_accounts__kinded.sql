with

accounts as (

    select * from {{ ref('int_accounting_accounts__unioned') }}

),

account_map as (

    select * from {{ source('rules', 'account_map') }}

),

kinded as (

    select
        accounts.source_system,
        accounts.account_code,
        accounts.account_name,
        coalesce(account_map.account_kind, accounts.account_kind) as account_kind

    from accounts

    left join account_map
        on accounts.account_code = account_map.account_code

)

select * from kinded
