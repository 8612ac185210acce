{#  A client that becomes another legal entity is billed as that entity from then on. #}
with

successions as (

    select * from {{ source('rules', 'identity_decisions') }}

    where entity = 'client' and decision = 'succeeds' and valid_from is not null

),

client_records as (

    select * from {{ ref('client_records') }}

),

invoices as (

    select
        {{ record_id('source_system', "'customer'", 'customer_id') }} as record_id,
        invoice_id,
        invoice_date

    from {{ ref('int_accounting_invoices__unioned') }}

    where not coalesce(is_deleted, false) and status not in ('draft', 'void')

),

billed as (

    select
        client_records.legal_entity_id,
        invoices.invoice_id,
        invoices.invoice_date

    from client_records

    inner join invoices
        on client_records.record_id = invoices.record_id

),

listed as (

    select
        'legal_change_to_billing' as event,
        successions.left_record as record_id,
        min(later.source_system) as source_system,
        min(later.client_id) as client_id,
        min(later.record_name) || ' after ' || min(former.record_name) as subject,
        min(successions.valid_from) as triggered_date,
        min(billed.invoice_date) filter (
            where
            billed.legal_entity_id = later.legal_entity_id
            and billed.invoice_date >= successions.valid_from
        ) as done_date,
        case
            when
                count(*) filter (
                    where
                    billed.legal_entity_id = former.legal_entity_id
                    and billed.invoice_date >= successions.valid_from
                ) > 0
                then 'the old entity is still billed'
        end as mismatch

    from successions

    inner join client_records as later
        on successions.left_record = later.record_id

    inner join client_records as former
        on successions.right_record = former.record_id

    left join billed
        on billed.legal_entity_id in (later.legal_entity_id, former.legal_entity_id)

    group by successions.left_record

)

select * from listed
