{#  Change orders that count. One that was sold as a deal of its own is part of what was
    sold, not of added scope. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

project_records as (

    select * from {{ ref('int_projects__described') }}

    where not is_copy and not is_test

),

orders as (

    select * from {{ ref('int_psa_change_orders__unioned') }}

),

deal_projects as (

    select * from {{ ref('int_deal_projects__linked') }}

),

approved as (

    select
        project_records.project_id,
        orders.source_system || ':change_order:' || orders.change_order_id as record_id,
        orders.change_amount,
        deal_projects.deal_id is not null as is_sold_as_deal

    from orders

    cross join firm

    inner join project_records
        on
            project_records.record_id
            = orders.source_system || ':project:' || orders.project_id

    left join deal_projects
        on
            orders.deal_id = deal_projects.deal_id
            and project_records.project_id = deal_projects.project_id

    where
        orders.status = 'approved'
        and coalesce({{ local_date('orders.approved_at') }}, firm.as_of) <= firm.as_of

)

select * from approved
