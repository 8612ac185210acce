with

quickbooks as (

    select * from {{ ref('stg_quickbooks__projects') }}

),

xero as (

    select * from {{ ref('stg_xero__projects') }}

),

imports as (

    select * from {{ ref('stg_imports_accounting__projects') }}

),

unioned as (

    select * from quickbooks

    union all

    select * from xero

    union all

    select * from imports

)

select * from unioned
