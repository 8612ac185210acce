with

imports as (

    select * from {{ ref('stg_imports_accounting__exchange_rates') }}

),

unioned as (

    select * from imports

)

select * from unioned
