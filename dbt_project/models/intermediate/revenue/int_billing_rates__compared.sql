{#  The last step between work and invoices: the rate of the invoice against the rate
    that was frozen when the deal closed, line by line. #}
with

lines as (

    select * from {{ ref('int_billed_lines__legged') }}

    where line_class = 'billed' and project_id != 'unassigned'

),

compared as (

    select
        null as anchor,
        'delivered_to_billed' as segment,
        'fx' as driver,
        'L' as driver_class,
        deal_id,
        project_id,
        client_id,
        month,
        record_id,
        currency_code,
        cast(0 as decimal(18, 2)) as contract_amount,
        net_amount_reporting - frozen_amount_reporting as contribution_amount

    from lines

)

select * from compared

where contribution_amount != 0
