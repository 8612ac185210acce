with

imports as (

    select * from {{ ref('stg_imports_accounting__journal_lines') }}

),

unioned as (

    select * from imports

)

select * from unioned
