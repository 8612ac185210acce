with

kantata as (

    select * from {{ ref('stg_kantata__subscribed_events') }}

),

imports as (

    select * from {{ ref('stg_imports_psa__field_changes') }}

),

unioned as (

    select * from kantata

    union all

    select * from imports

)

select * from unioned
