with

quickbooks as (

    select * from {{ ref('stg_quickbooks__journal_lines') }}

),

xero as (

    select * from {{ ref('stg_xero__journal_lines') }}

),

imports as (

    select * from {{ ref('stg_imports_accounting__journal_lines') }}

),

unioned as (

    select * from quickbooks

    union all

    select * from xero

    union all

    select * from imports

)

select * from unioned
