with

quickbooks as (

    select * from {{ ref('stg_quickbooks__payments') }}

),

xero as (

    select * from {{ ref('stg_xero__payments') }}

),

imports as (

    select * from {{ ref('stg_imports_accounting__payments') }}

),

unioned as (

    select * from quickbooks

    union all

    select * from xero

    union all

    select * from imports

)

select * from unioned
