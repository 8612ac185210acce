with

hubspot as (

    select * from {{ ref('stg_hubspot__exchange_rates') }}

),

salesforce as (

    select * from {{ ref('stg_salesforce__dated_conversion_rates') }}

),

imports as (

    select * from {{ ref('stg_imports_crm__exchange_rates') }}

),

unioned as (

    select * from hubspot

    union all

    select * from salesforce

    union all

    select * from imports

)

select * from unioned
