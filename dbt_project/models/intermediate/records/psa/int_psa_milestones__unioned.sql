with

imports as (

    select * from {{ ref('stg_imports_psa__milestones') }}

),

unioned as (

    select * from imports

)

select * from unioned
