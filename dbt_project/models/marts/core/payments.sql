with

payments as (

    select * from {{ ref('int_payments__netted') }}

),

described as (

    select

        ---------- ids
        record_id as payment_id,
        invoice_id,
        client_id,

        ---------- strings
        kind,

        ---------- numerics
        case when kind = 'cash' then paid_amount else 0 end as paid_amount,
        settled_to - settled_from as settled_amount,

        ---------- dates
        payment_date,

        ---------- lineage
        split_part(record_id, ':', 1) as source_system,
        'payment' as source_record_type,
        substr(
            record_id, length(split_part(record_id, ':', 1)) + length(':payment:') + 1
        ) as source_record_id

    from payments

)

select * from described
