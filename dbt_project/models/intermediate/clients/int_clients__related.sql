{#  Clients between which a record is not filed wrongly: parent, sister, successor. #}
with

relations as (

    select * from {{ ref('client_relations') }}

),

related as (

    select
        client_id,
        related_client_id

    from relations

    union

    select
        related_client_id as client_id,
        client_id as related_client_id

    from relations

)

select * from related
