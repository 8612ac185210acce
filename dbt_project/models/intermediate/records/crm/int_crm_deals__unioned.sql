with

hubspot as (

    select * from {{ ref('stg_hubspot__deals') }}

),

salesforce as (

    select * from {{ ref('stg_salesforce__opportunities') }}

),

imports as (

    select * from {{ ref('stg_imports_crm__deals') }}

),

unioned as (

    select * from hubspot

    union all

    select * from salesforce

    union all

    select * from imports

)

select * from unioned
