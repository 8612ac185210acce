with

orders as (

    select * from {{ ref('int_psa_change_orders__unioned') }}

),

project_records as (

    select * from {{ ref('int_projects__identified') }}

),

described as (

    select

        ---------- ids
        orders.source_system || ':change_order:' || orders.change_order_id
            as change_order_id,
        project_records.project_id,

        ---------- strings
        orders.reason,
        orders.status,
        orders.approved_by,

        ---------- numerics
        orders.change_amount as planned_amount,

        ---------- dates
        orders.approved_at,

        ---------- lineage
        orders.source_system,
        'change_order' as source_record_type,
        orders.change_order_id as source_record_id

    from orders

    left join project_records
        on
            project_records.record_id
            = orders.source_system || ':project:' || orders.project_id

)

select * from described
