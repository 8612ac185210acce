with

hubspot as (

    select * from {{ ref('stg_hubspot__contacts') }}

),

salesforce as (

    select * from {{ ref('stg_salesforce__contacts') }}

),

imports as (

    select * from {{ ref('stg_imports_crm__contacts') }}

),

unioned as (

    select * from hubspot

    union all

    select * from salesforce

    union all

    select * from imports

)

select * from unioned
