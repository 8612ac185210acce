with

quickbooks as (

    select * from {{ ref('stg_quickbooks__accounts') }}

),

xero as (

    select * from {{ ref('stg_xero__accounts') }}

),

imports as (

    select * from {{ ref('stg_imports_accounting__accounts') }}

),

unioned as (

    select * from quickbooks

    union all

    select * from xero

    union all

    select * from imports

)

select * from unioned
