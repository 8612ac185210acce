with

birdview as (

    select * from {{ ref('stg_birdview__projects') }}

),

harvest as (

    select * from {{ ref('stg_harvest__projects') }}

),

kantata as (

    select * from {{ ref('stg_kantata__workspaces') }}

),

imports as (

    select * from {{ ref('stg_imports_psa__projects') }}

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
