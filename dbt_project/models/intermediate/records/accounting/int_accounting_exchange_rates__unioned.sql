with

quickbooks as (

    select * from {{ ref('stg_quickbooks__exchange_rates') }}

),

xero as (

    select * from {{ ref('stg_xero__exchange_rates') }}

),

imports as (

    select * from {{ ref('stg_imports_accounting__exchange_rates') }}

),

unioned as (

    select * from quickbooks

    union all

    select * from xero

    union all

    select * from imports

)

select * from unioned
