with

imports as (

    select * from {{ ref('stg_imports_accounting__invoice_lines') }}

),

unioned as (

    select * from imports

)

select * from unioned
