with

imports as (

    select * from {{ ref('stg_imports_crm__redirects') }}

),

unioned as (

    select * from imports

)

select * from unioned
