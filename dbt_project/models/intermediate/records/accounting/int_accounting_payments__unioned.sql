with

quickbooks as (

    select * from {{ ref('stg_quickbooks__payments') }}

),

imports as (

    select * from {{ ref('stg_imports_accounting__payments') }}

),

unioned as (

    select * from quickbooks

    union all

    select * from imports

)

select * from unioned
