with

imports as (

    select * from {{ ref('stg_imports_accounting__line_adjustments') }}

),

unioned as (

    select * from imports

)

select * from unioned
