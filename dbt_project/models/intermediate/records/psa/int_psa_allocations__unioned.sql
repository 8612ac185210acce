with

birdview as (

    select * from {{ ref('stg_birdview__assignments') }}

),

imports as (

    select * from {{ ref('stg_imports_psa__allocations') }}

),

unioned as (

    select * from birdview

    union all

    select * from imports

)

select * from unioned
