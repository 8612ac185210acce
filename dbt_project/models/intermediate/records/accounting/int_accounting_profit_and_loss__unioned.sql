with

imports as (

    select * from {{ ref('stg_imports_accounting__profit_and_loss') }}

),

unioned as (

    select * from imports

)

select * from unioned
