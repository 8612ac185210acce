with

bamboohr as (

    select * from {{ ref('stg_bamboohr__time_off_days') }}

),

personio as (

    select * from {{ ref('stg_personio__time_offs') }}

),

imports as (

    select * from {{ ref('stg_imports_hr__time_off') }}

),

unioned as (

    select * from bamboohr

    union all

    select * from personio

    union all

    select * from imports

)

select * from unioned
