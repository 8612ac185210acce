{#  The billed layer: every issued line on the legs of its project, at its own rate. A
    line without a project is a leg of its own. #}
with

lines as (

    select * from {{ ref('int_invoice_lines__netted') }}

),

compared as (

    select * from {{ ref('int_project_lines__compared') }}

),

legs as (

    select * from {{ ref('int_projects__legged') }}

),

legged as (

    select
        lines.record_id,
        lines.invoice_id,
        lines.line_class,
        lines.billing_class,
        lines.invoice_date,
        lines.month,
        lines.reported_month,
        lines.is_reported,
        lines.client_id as customer_client_id,
        coalesce(legs.client_id, lines.client_id) as client_id,
        coalesce(legs.deal_id, 'unassigned') as deal_id,
        lines.project_id,
        coalesce(legs.currency_code, lines.currency_code) as currency_code,
        coalesce(legs.exchange_rate, lines.exchange_rate) as frozen_rate,
        lines.exchange_rate,
        coalesce(compared.net_amount, lines.net_amount) as whole_amount,
        lines.net_amount as whole_net_amount,
        lines.tax_amount as whole_tax_amount,
        coalesce(legs.weight_from, 0) as weight_from,
        coalesce(legs.weight_to, 1) as weight_to,
        coalesce(legs.weight_total, 1) as weight_total

    from lines

    left join legs
        on lines.project_id = legs.project_id

    left join compared
        on lines.record_id = compared.record_id

),

{#  What the books export is the gross; tax is what of it is not net. #}
valued as (

    select
        record_id,
        invoice_id,
        line_class,
        billing_class,
        invoice_date,
        month,
        reported_month,
        is_reported,
        customer_client_id,
        client_id,
        deal_id,
        project_id,
        currency_code,
        frozen_rate,
        {{ part_of('whole_amount', 'weight_from', 'weight_to', 'weight_total') }}
            as contract_amount,
        {{ part_of(
            converted('whole_net_amount', 'exchange_rate'),
            'weight_from', 'weight_to', 'weight_total'
        ) }} as net_amount_reporting,
        {{ part_of(
            converted('whole_net_amount + whole_tax_amount', 'exchange_rate'),
            'weight_from', 'weight_to', 'weight_total'
        ) }} as gross_amount_reporting

    from legged

),

taxed as (

    select
        * exclude (gross_amount_reporting),
        gross_amount_reporting - net_amount_reporting as tax_amount_reporting

    from valued

)

select * from taxed
