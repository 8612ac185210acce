with

birdview as (

    select * from {{ ref('stg_birdview__expenses') }}

),

imports as (

    select * from {{ ref('stg_imports_psa__expenses') }}

),

unioned as (

    select * from birdview

    union all

    select * from imports

)

select * from unioned
