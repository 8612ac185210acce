with

birdview as (

    select * from {{ ref('stg_birdview__vacations') }}

),

kantata as (

    select * from {{ ref('stg_kantata__time_off_entries') }}

),

imports as (

    select * from {{ ref('stg_imports_psa__time_off') }}

),

unioned as (

    select * from birdview

    union all

    select * from kantata

    union all

    select * from imports

)

select * from unioned
