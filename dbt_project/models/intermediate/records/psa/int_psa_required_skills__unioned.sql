with

imports as (

    select * from {{ ref('stg_imports_psa__required_skills') }}

),

unioned as (

    select * from imports

)

select * from unioned
