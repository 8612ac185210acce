with

imports as (

    select * from {{ ref('stg_imports_crm__deal_shares') }}

),

unioned as (

    select * from imports

)

select * from unioned
