with

hubspot as (

    select * from {{ ref('stg_hubspot__companies') }}

),

imports as (

    select * from {{ ref('stg_imports_crm__accounts') }}

),

unioned as (

    select * from hubspot

    union all

    select * from imports

)

select * from unioned
