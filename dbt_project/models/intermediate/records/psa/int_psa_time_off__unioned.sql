with

birdview as (

    select * from {{ ref('stg_birdview__vacations') }}

),

imports as (

    select * from {{ ref('stg_imports_psa__time_off') }}

),

unioned as (

    select * from birdview

    union all

    select * from imports

)

select * from unioned
