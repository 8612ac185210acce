{#  Which legs share an invoice, so that what happens to the whole of it, a posting or a
    payment, can be cut in the same ratio. #}
with

lines as (

    select * from {{ ref('int_billed_lines__legged') }}

    where line_class != 'not_revenue'

),

legs as (

    select
        invoice_id,
        min(line_class) as invoice_class,
        min(invoice_date) as invoice_date,
        min(month) as month,
        min(record_id) as record_id,
        deal_id,
        project_id,
        client_id,
        sum(net_amount_reporting) as net_amount_reporting

    from lines

    group by invoice_id, deal_id, project_id, client_id

),

weighed as (

    select
        *,
        case
            when sum(net_amount_reporting) over (partition by invoice_id) = 0 then 1
            else net_amount_reporting
        end as weight

    from legs

),

legged as (

    select
        *,
        sum(weight) over (
            partition by invoice_id order by deal_id, project_id, client_id
        ) - weight as weight_from,
        sum(weight) over (
            partition by invoice_id order by deal_id, project_id, client_id
        ) as weight_to,
        sum(weight) over (partition by invoice_id) as weight_total

    from weighed

)

select * from legged
