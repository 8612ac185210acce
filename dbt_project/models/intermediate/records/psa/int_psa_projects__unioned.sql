with

imports as (

    select * from {{ ref('stg_imports_psa__projects') }}

),

unioned as (

    select * from imports

)

select * from unioned
