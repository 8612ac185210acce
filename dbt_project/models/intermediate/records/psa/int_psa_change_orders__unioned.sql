with

imports as (

    select * from {{ ref('stg_imports_psa__change_orders') }}

),

unioned as (

    select * from imports

)

select * from unioned
