with

imports as (

    select * from {{ ref('stg_imports_hr__cost_rates') }}

),

unioned as (

    select * from imports

)

select * from unioned
