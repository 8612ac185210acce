with

imports as (

    select * from {{ ref('stg_imports_psa__field_changes') }}

),

unioned as (

    select * from imports

)

select * from unioned
