with

firm as (

    select * from {{ source('rules', 'firm') }}

),

invoices as (

    select * from {{ ref('int_accounting_invoices__unioned') }}

    where
        not coalesce(is_deleted, false)
        and lower(status) not in ('draft', 'void', 'voided', 'deleted')

),

clients as (

    select * from {{ ref('int_clients__identified') }}

),

copied as (

    select * from {{ ref('int_invoices__copied') }}

),

faults as (

    select * from {{ ref('int_faults__weighed') }}

    where driver = 'duplicate_invoice'

),

keyed as (

    select
        {{ record_id('source_system', "'invoice'", 'invoice_id') }} as record_id,
        {{ record_id('source_system', "'customer'", 'customer_id') }}
            as customer_record_id,
        *

    from invoices

),

judged as (

    select
        'one_record_per_invoice' as claim,
        keyed.record_id,
        '' as subject,
        keyed.source_system,
        'invoice' as source_record_type,
        keyed.invoice_id as source_record_id,
        clients.client_id,
        case
            when copied.invoice_id is not null
                then
                    'Invoice ' || coalesce(keyed.invoice_number, keyed.invoice_id)
                    || ' looks like a copy of '
                    || split_part(copied.survivor_invoice_id, ':invoice:', 2)
                    || ': same client, date and lines. Void one of them in accounting.'
        end as sentence,
        'critical' as severity,
        'finance' as owner_role,
        'accounting' as fix_in,
        coalesce(faults.money_at_stake, 0) as money_at_stake,
        firm.reporting_currency as currency_code

    from keyed

    cross join firm

    left join clients
        on keyed.customer_record_id = clients.record_id

    left join copied
        on keyed.record_id = copied.invoice_id

    left join faults
        on keyed.record_id = faults.record_id

)

select * from judged
