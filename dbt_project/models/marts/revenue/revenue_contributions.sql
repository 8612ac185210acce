{#  Where a pilot is cut: everything that is summed is summed over these rows. #}
with

contributions as (

    select * from {{ ref('int_contributions__summed') }}

),

shown as (

    select * from contributions

    where {{ in_scope('client_id') }}

)

select * from shown
