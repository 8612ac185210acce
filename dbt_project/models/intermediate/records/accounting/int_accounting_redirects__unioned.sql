with

imports as (

    select * from {{ ref('stg_imports_accounting__redirects') }}

),

unioned as (

    select * from imports

)

select * from unioned
