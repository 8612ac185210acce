{#  The billed layer: every issued line on the legs of its project, at its own rate. A
    line without a project is a leg of its own. Bills are cut by running totals of
    their project, as its plan and its work are. #}
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

{#  What the books export is the gross; tax is what of it is not net. #}
priced as (

    select
        lines.*,
        coalesce(compared.net_amount, lines.net_amount) as contract_amount,
        {{ converted('lines.net_amount', 'lines.exchange_rate') }} as net_converted,
        {{ converted('lines.net_amount + lines.tax_amount', 'lines.exchange_rate') }}
        - {{ converted('lines.net_amount', 'lines.exchange_rate') }} as tax_converted

    from lines

    left join compared
        on lines.record_id = compared.record_id

),

running as (

    select
        *,
        sum(contract_amount) over of_project as contract_to,
        sum(net_converted) over of_project as net_to

    from priced

    window of_project as (
        partition by project_id, line_class order by month, record_id
    )

),

legged as (

    select
        running.record_id,
        running.invoice_id,
        running.line_class,
        running.billing_class,
        running.invoice_date,
        running.month,
        running.reported_month,
        running.is_reported,
        running.client_id as customer_client_id,
        coalesce(legs.client_id, running.client_id) as client_id,
        coalesce(legs.deal_id, 'unassigned') as deal_id,
        running.project_id,
        coalesce(legs.currency_code, running.currency_code) as currency_code,
        coalesce(legs.exchange_rate, running.exchange_rate) as frozen_rate,
        running.exchange_rate,
        running.contract_amount,
        running.contract_to,
        running.net_converted,
        running.net_to,
        running.tax_converted,
        coalesce(legs.weight_from, 0) as weight_from,
        coalesce(legs.weight_to, 1) as weight_to,
        coalesce(legs.weight_total, 1) as weight_total

    from running

    left join legs
        on running.project_id = legs.project_id

),

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
        {{ part_of(
            'contract_to', 'weight_from', 'weight_to', 'weight_total'
        ) }} as contract_to,
        {{ part_of(
            '(contract_to - contract_amount)', 'weight_from', 'weight_to', 'weight_total'
        ) }} as contract_from,
        {{ part_of(
            'net_to', 'weight_from', 'weight_to', 'weight_total'
        ) }}
        - {{ part_of(
            '(net_to - net_converted)', 'weight_from', 'weight_to', 'weight_total'
        ) }} as net_amount_reporting,
        {{ part_of(
            'tax_converted', 'weight_from', 'weight_to', 'weight_total'
        ) }} as tax_amount_reporting

    from legged

),

billed as (

    select
        * exclude (contract_to, contract_from),
        contract_to - contract_from as contract_amount,
        {{ converted('contract_to', 'frozen_rate') }}
        - {{ converted('contract_from', 'frozen_rate') }} as frozen_amount_reporting

    from valued

)

select * from billed
