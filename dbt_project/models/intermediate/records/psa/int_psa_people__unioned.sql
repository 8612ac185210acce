with

imports as (

    select * from {{ ref('stg_imports_psa__people') }}

),

unioned as (

    select * from imports

)

select * from unioned
