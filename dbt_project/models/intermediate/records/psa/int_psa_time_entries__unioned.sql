with

birdview as (

    select * from {{ ref('stg_birdview__timelogs') }}

),

harvest as (

    select * from {{ ref('stg_harvest__time_entries') }}

),

kantata as (

    select * from {{ ref('stg_kantata__time_entries') }}

),

imports as (

    select * from {{ ref('stg_imports_psa__time_entries') }}

),

unioned as (

    select * from birdview

    union all

    select * from harvest

    union all

    select * from kantata

    union all

    select * from imports

)

select * from unioned
