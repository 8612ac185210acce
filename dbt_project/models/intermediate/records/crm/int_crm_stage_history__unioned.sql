with

imports as (

    select * from {{ ref('stg_imports_crm__stage_history') }}

),

unioned as (

    select * from imports

)

select * from unioned
