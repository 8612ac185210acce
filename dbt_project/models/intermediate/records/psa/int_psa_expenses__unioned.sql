with

birdview as (

    select * from {{ ref('stg_birdview__expenses') }}

),

harvest as (

    select * from {{ ref('stg_harvest__expenses') }}

),

kantata as (

    select * from {{ ref('stg_kantata__expenses') }}

),

imports as (

    select * from {{ ref('stg_imports_psa__expenses') }}

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
