with

lines as (

    select * from {{ ref('int_invoice_lines__netted') }}

    where project_id != 'unassigned'

),

links as (

    select * from {{ ref('int_invoice_lines__linked') }}

),

linked as (

    select

        ---------- ids
        lines.record_id as invoice_line_id,
        lines.project_id,

        ---------- strings
        links.link_kind,
        links.explanation,

        ---------- numerics
        cast(1 as decimal(9, 6)) as share

    from lines

    left join links
        on
            lines.record_id
            = links.source_system || ':invoice_line:' || links.invoice_line_id

)

select * from linked
