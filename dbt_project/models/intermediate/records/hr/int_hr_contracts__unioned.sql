with

bamboohr as (

    select * from {{ ref('stg_bamboohr__employment_statuses') }}

),

personio as (

    select * from {{ ref('stg_personio__contracts') }}

),

imports as (

    select * from {{ ref('stg_imports_hr__contracts') }}

),

unioned as (

    select * from bamboohr

    union all

    select * from personio

    union all

    select * from imports

)

select * from unioned
