with

imports as (

    select * from {{ ref('stg_imports_crm__field_changes') }}

),

unioned as (

    select * from imports

)

select * from unioned
