with

adjustments as (

    select * from {{ ref('int_accounting_line_adjustments__unioned') }}

),

keyed as (

    select
        source_system || ':invoice_line:' || invoice_line_id as record_id,
        kind,
        adjustment_amount

    from adjustments

)

select * from keyed
