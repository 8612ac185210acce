with

hubspot as (

    select * from {{ ref('stg_hubspot__companies') }}

),

salesforce as (

    select * from {{ ref('stg_salesforce__accounts') }}

),

imports as (

    select * from {{ ref('stg_imports_crm__accounts') }}

),

unioned as (

    select * from hubspot

    union all

    select * from salesforce

    union all

    select * from imports

)

select * from unioned
