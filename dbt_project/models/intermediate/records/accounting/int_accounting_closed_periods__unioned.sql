with

imports as (

    select * from {{ ref('stg_imports_accounting__closed_periods') }}

),

unioned as (

    select * from imports

)

select * from unioned
