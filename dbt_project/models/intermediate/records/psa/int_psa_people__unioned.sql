with

birdview as (

    select * from {{ ref('stg_birdview__users') }}

),

harvest as (

    select * from {{ ref('stg_harvest__users') }}

),

kantata as (

    select * from {{ ref('stg_kantata__users') }}

),

imports as (

    select * from {{ ref('stg_imports_psa__people') }}

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
