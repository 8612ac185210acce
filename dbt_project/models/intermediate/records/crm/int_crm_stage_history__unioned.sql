with

hubspot as (

    select * from {{ ref('stg_hubspot__deal_stage_history') }}

),

salesforce as (

    select * from {{ ref('stg_salesforce__opportunity_history') }}

),

imports as (

    select * from {{ ref('stg_imports_crm__stage_history') }}

),

unioned as (

    select * from hubspot

    union all

    select * from salesforce

    union all

    select * from imports

)

select * from unioned
