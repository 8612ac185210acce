with

imports as (

    select * from {{ ref('stg_imports_psa__rate_card') }}

),

unioned as (

    select * from imports

)

select * from unioned
