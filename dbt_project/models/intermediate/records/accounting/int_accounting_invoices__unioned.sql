with

quickbooks as (

    select * from {{ ref('stg_quickbooks__invoices') }}

),

xero as (

    select * from {{ ref('stg_xero__invoices') }}

),

imports as (

    select * from {{ ref('stg_imports_accounting__invoices') }}

),

unioned as (

    select * from quickbooks

    union all

    select * from xero

    union all

    select * from imports

)

select * from unioned
