with

imports as (

    select * from {{ ref('stg_imports_accounting__invoice_line_times') }}

),

unioned as (

    select * from imports

)

select * from unioned
