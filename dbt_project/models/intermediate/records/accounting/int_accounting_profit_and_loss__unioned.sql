with

quickbooks as (

    select * from {{ ref('stg_quickbooks__profit_and_loss') }}

),

xero as (

    select * from {{ ref('stg_xero__profit_and_loss') }}

),

imports as (

    select * from {{ ref('stg_imports_accounting__profit_and_loss') }}

),

unioned as (

    select * from quickbooks

    union all

    select * from xero

    union all

    select * from imports

)

select * from unioned
