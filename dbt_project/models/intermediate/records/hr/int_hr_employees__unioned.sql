with

bamboohr as (

    select * from {{ ref('stg_bamboohr__employees') }}

),

personio as (

    select * from {{ ref('stg_personio__employees') }}

),

imports as (

    select * from {{ ref('stg_imports_hr__employees') }}

),

unioned as (

    select * from bamboohr

    union all

    select * from personio

    union all

    select * from imports

)

select * from unioned
