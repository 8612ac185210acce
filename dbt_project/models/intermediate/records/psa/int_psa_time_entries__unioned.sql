with

birdview as (

    select * from {{ ref('stg_birdview__timelogs') }}

),

imports as (

    select * from {{ ref('stg_imports_psa__time_entries') }}

),

unioned as (

    select * from birdview

    union all

    select * from imports

)

select * from unioned
