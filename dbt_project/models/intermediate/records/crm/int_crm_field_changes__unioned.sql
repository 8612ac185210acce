with

hubspot as (

    select * from {{ ref('stg_hubspot__property_history') }}

),

salesforce as (

    select * from {{ ref('stg_salesforce__field_history') }}

),

imports as (

    select * from {{ ref('stg_imports_crm__field_changes') }}

),

unioned as (

    select * from hubspot

    union all

    select * from salesforce

    union all

    select * from imports

)

select * from unioned
