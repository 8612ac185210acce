with

xero as (

    select * from {{ ref('stg_xero__field_changes') }}

),

imports as (

    select * from {{ ref('stg_imports_accounting__field_changes') }}

),

unioned as (

    select * from xero

    union all

    select * from imports

)

select * from unioned
