with

imports as (

    select * from {{ ref('stg_imports_accounting__invoices') }}

),

unioned as (

    select * from imports

)

select * from unioned
