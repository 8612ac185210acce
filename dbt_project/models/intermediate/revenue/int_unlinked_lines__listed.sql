with

legged as (

    select * from {{ ref('int_billed_lines__legged') }}

    where line_class = 'billed' and project_id = 'unassigned'

),

lines as (

    select * from {{ ref('int_invoice_lines__netted') }}

),

listed as (

    select
        legged.billing_class as driver,
        case
            when legged.billing_class = 'outside_delivery_scope' then 'L'
            when legged.billing_class = 'unlinked_invoice' then 'F'
            when lines.reason is null then 'U'
            else 'L'
        end as driver_class,
        legged.deal_id,
        legged.project_id,
        legged.client_id,
        legged.month,
        legged.record_id,
        legged.net_amount_reporting as step_amount

    from legged

    inner join lines
        on legged.record_id = lines.record_id

)

select * from listed
