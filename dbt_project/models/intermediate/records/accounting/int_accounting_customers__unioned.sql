with

quickbooks as (

    select * from {{ ref('stg_quickbooks__customers') }}

),

xero as (

    select * from {{ ref('stg_xero__contacts') }}

),

imports as (

    select * from {{ ref('stg_imports_accounting__customers') }}

),

unioned as (

    select * from quickbooks

    union all

    select * from xero

    union all

    select * from imports

)

select * from unioned
