with

birdview as (

    select * from {{ ref('stg_birdview__customers') }}

),

imports as (

    select * from {{ ref('stg_imports_psa__clients') }}

),

unioned as (

    select * from birdview

    union all

    select * from imports

)

select * from unioned
