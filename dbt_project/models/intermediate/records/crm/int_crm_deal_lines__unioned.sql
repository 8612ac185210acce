with

hubspot as (

    select * from {{ ref('stg_hubspot__line_items') }}

),

salesforce as (

    select * from {{ ref('stg_salesforce__opportunity_line_items') }}

),

imports as (

    select * from {{ ref('stg_imports_crm__deal_lines') }}

),

unioned as (

    select * from hubspot

    union all

    select * from salesforce

    union all

    select * from imports

)

select * from unioned
