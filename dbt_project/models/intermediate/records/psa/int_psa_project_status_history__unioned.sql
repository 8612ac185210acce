with

imports as (

    select * from {{ ref('stg_imports_psa__project_status_history') }}

),

unioned as (

    select * from imports

)

select * from unioned
