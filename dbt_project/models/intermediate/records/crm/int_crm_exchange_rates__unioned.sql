with

imports as (

    select * from {{ ref('stg_imports_crm__exchange_rates') }}

),

unioned as (

    select * from imports

)

select * from unioned
