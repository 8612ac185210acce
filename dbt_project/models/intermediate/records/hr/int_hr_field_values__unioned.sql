with

imports as (

    select * from {{ ref('stg_imports_hr__field_values') }}

),

unioned as (

    select * from imports

)

select * from unioned
