{#  Payments without tax, in the currency of their invoice, laid end to end. #}
with

matched as (

    select * from {{ ref('int_payments__matched') }}

),

rates as (

    select * from {{ ref('int_exchange_rates__dated') }}

    where rate_role = 'accounting'

),

{#  Tax is taken off the running total, so that parts of an invoice leave no cent. #}
running as (

    select
        *,
        sum(undivided_amount) over (
            partition by invoice_id
            order by payment_date, record_id, kind
            rows between unbounded preceding and current row
        ) as undivided_to

    from matched

),

divided as (

    select
        *,
        case
            when paid_tax_amount is not null then paid_amount - paid_tax_amount
            when billed_amount = 0 then paid_amount
            else
                {{ part_of(
                    'billed_net_amount', '(undivided_to - undivided_amount)',
                    'undivided_to', 'billed_amount'
                ) }}
        end as net_amount

    from running

),

netted as (

    select
        matched.record_id,
        matched.invoice_id,
        matched.client_id,
        matched.payment_date,
        matched.kind,
        matched.net_amount,
        matched.invoice_rate,
        case
            when matched.currency_code = matched.reporting_currency then 1
            else coalesce(
                matched.stated_rate, rates.exchange_rate, matched.invoice_rate
            )
        end as payment_rate,
        sum(matched.net_amount) over (
            partition by matched.invoice_id
            order by matched.payment_date, matched.record_id, matched.kind
            rows between unbounded preceding and current row
        ) as net_to

    from divided as matched

    left join rates
        on
            matched.currency_code = rates.currency_code
            and matched.payment_date >= rates.valid_from
            and matched.payment_date < rates.valid_before

),

converted as (

    select
        record_id,
        invoice_id,
        client_id,
        payment_date,
        kind,
        {{ converted('net_to - net_amount', 'invoice_rate') }} as settled_from,
        {{ converted('net_to', 'invoice_rate') }} as settled_to,
        {{ converted('net_amount', 'payment_rate') }} as paid_amount

    from netted

)

select * from converted
