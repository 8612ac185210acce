with

imports as (

    select * from {{ ref('stg_imports_hr__contracts') }}

),

unioned as (

    select * from imports

)

select * from unioned
