with

birdview as (

    select * from {{ ref('stg_birdview__assignments') }}

),

kantata as (

    select * from {{ ref('stg_kantata__workspace_allocations') }}

),

imports as (

    select * from {{ ref('stg_imports_psa__allocations') }}

),

unioned as (

    select * from birdview

    union all

    select * from kantata

    union all

    select * from imports

)

select * from unioned
