with

quickbooks as (

    select * from {{ ref('stg_quickbooks__closed_periods') }}

),

xero as (

    select * from {{ ref('stg_xero__closed_periods') }}

),

imports as (

    select * from {{ ref('stg_imports_accounting__closed_periods') }}

),

unioned as (

    select * from quickbooks

    union all

    select * from xero

    union all

    select * from imports

)

select * from unioned
