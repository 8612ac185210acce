with

imports as (

    select * from {{ ref('stg_imports_crm__deals') }}

),

unioned as (

    select * from imports

)

select * from unioned
