with

imports as (

    select * from {{ ref('stg_imports_psa__time_entries') }}

),

unioned as (

    select * from imports

)

select * from unioned
