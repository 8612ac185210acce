with

birdview as (

    select * from {{ ref('stg_birdview__customers') }}

),

harvest as (

    select * from {{ ref('stg_harvest__clients') }}

),

kantata as (

    select * from {{ ref('stg_kantata__workspace_groups') }}

),

imports as (

    select * from {{ ref('stg_imports_psa__clients') }}

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
