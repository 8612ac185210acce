with

imports as (

    select * from {{ ref('stg_imports_psa__allocations') }}

),

unioned as (

    select * from imports

)

select * from unioned
