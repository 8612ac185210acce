with

lines as (

    select * from {{ ref('int_invoice_lines__netted') }}

),

described as (

    select

        ---------- ids
        record_id as invoice_line_id,
        invoice_id,
        client_id,
        project_id,

        ---------- strings
        line_class,
        billing_class,
        line_kind,
        month,
        currency_code,

        ---------- numerics
        case when line_class = 'billed' then net_amount else 0 end as billed_amount,
        net_amount + tax_amount as reported_accounting_amount,
        tax_amount,
        adjustment_amount,

        ---------- dates
        invoice_date,

        ---------- lineage
        source_system,
        'invoice_line' as source_record_type,
        substr(record_id, length(source_system) + length(':invoice_line:') + 1)
            as source_record_id

    from lines

)

select * from described
