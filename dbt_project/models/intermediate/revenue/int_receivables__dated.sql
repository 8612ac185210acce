{#  Where every piece of an invoice stood, from when until when: not yet due, overdue,
    settled, or paid before there was an invoice. #}
with

pieces as (

    select * from {{ ref('int_receivables__pieced') }}

),

dated as (

    select
        invoice_id,
        record_id,
        'not_due' as driver,
        -1 as direction,
        piece_from,
        piece_to,
        invoice_date as from_date,
        least(cast(due_date + interval 1 day as date), settled_date) as to_date

    from pieces

    union all

    select
        invoice_id,
        record_id,
        'overdue' as driver,
        -1 as direction,
        piece_from,
        piece_to,
        greatest(invoice_date, cast(due_date + interval 1 day as date)) as from_date,
        settled_date as to_date

    from pieces

    union all

    select
        invoice_id,
        record_id,
        'unapplied_or_overpaid' as driver,
        1 as direction,
        piece_from,
        piece_to,
        settled_date as from_date,
        invoice_date as to_date

    from pieces

    union all

    select
        invoice_id,
        record_id,
        'unapplied_or_overpaid' as driver,
        -1 as direction,
        piece_from,
        piece_to,
        settled_date as from_date,
        date '9999-12-31' as to_date

    from pieces

    where is_overpaid

)

select * from dated

where from_date < to_date and piece_from != piece_to
