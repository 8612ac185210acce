with

bamboohr as (

    select * from {{ ref('stg_bamboohr__time_off_days') }}

),

imports as (

    select * from {{ ref('stg_imports_hr__time_off') }}

),

unioned as (

    select * from bamboohr

    union all

    select * from imports

)

select * from unioned
