with

imports as (

    select * from {{ ref('stg_imports_psa__planned_work') }}

),

unioned as (

    select * from imports

)

select * from unioned
