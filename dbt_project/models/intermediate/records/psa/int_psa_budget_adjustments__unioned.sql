with

imports as (

    select * from {{ ref('stg_imports_psa__budget_adjustments') }}

),

unioned as (

    select * from imports

)

select * from unioned
