with

imports as (

    select * from {{ ref('stg_imports_hr__time_off') }}

),

unioned as (

    select * from imports

)

select * from unioned
