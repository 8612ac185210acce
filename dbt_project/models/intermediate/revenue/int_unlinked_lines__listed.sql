with

legged as (

    select * from {{ ref('int_billed_lines__legged') }}

    where line_class = 'billed' and project_id = 'unassigned'

),

lines as (

    select * from {{ ref('int_invoice_lines__netted') }}

),

deals as (

    select * from {{ ref('int_deals__expected') }}

),

deal_lines as (

    select * from {{ ref('int_deal_lines__classified') }}

),

{#  Who bought something that needs no project can be billed without one. #}
resale as (

    select distinct deals.client_id

    from deals

    inner join deal_lines
        on deals.deal_id = deal_lines.deal_id

    where deal_lines.line_class = 'outside_delivery_scope'

),

listed as (

    select
        legged.billing_class as driver,
        case
            when legged.billing_class = 'outside_delivery_scope' then 'L'
            when
                legged.billing_class = 'unlinked_invoice'
                and resale.client_id is null
                then 'F'
            when legged.billing_class = 'unlinked_invoice' then 'L'
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

    left join resale
        on legged.client_id = resale.client_id

)

select * from listed
