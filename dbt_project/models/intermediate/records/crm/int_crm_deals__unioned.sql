with

hubspot as (

    select * from {{ ref('stg_hubspot__deals') }}

),

imports as (

    select * from {{ ref('stg_imports_crm__deals') }}

),

unioned as (

    select * from hubspot

    union all

    select * from imports

)

select * from unioned
