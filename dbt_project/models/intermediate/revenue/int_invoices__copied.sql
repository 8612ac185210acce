{#  A copy is decided inside one system and by equality alone. A person's decision
    overrules; anything weaker is a question and moves no money. #}
with

lines as (

    select * from {{ ref('int_invoice_lines__priced') }}

    where is_issued

),

invoices as (

    select * from {{ ref('int_invoices__described') }}

    where is_issued

),

payments as (

    select * from {{ ref('int_accounting_payments__unioned') }}

),

decisions as (

    {{ decisions_both_ways('invoice') }}

),

credited as (

    select distinct credits_invoice_id as invoice_id

    from invoices

    where credits_invoice_id is not null and kind = 'credit_note'

),

paid as (

    select
        source_system || ':invoice:' || invoice_id as invoice_id,
        count(*) as n_payments

    from payments

    where invoice_id is not null

    group by all

),

signed as (

    select
        lines.invoice_id,
        lines.source_system,
        lines.client_id,
        lines.kind,
        lines.currency_code,
        lines.invoice_date,
        lines.created_at,
        string_agg(
            lines.net_amount || '@' || lines.project_id, ' '
            order by lines.net_amount, lines.project_id
        ) as lines_signature

    from lines

    group by all

),

ranked as (

    select
        signed.*,
        coalesce(paid.n_payments, 0) as n_references,
        credited.invoice_id is not null as is_credited

    from signed

    left join paid
        on signed.invoice_id = paid.invoice_id

    left join credited
        on signed.invoice_id = credited.invoice_id

),

paired as (

    select
        ranked.invoice_id,
        others.invoice_id as other_invoice_id,
        others.n_references as other_references,
        others.created_at as other_created_at,
        decisions.decision,
        ranked.lines_signature = others.lines_signature
        and ranked.kind = others.kind
        and ranked.client_id = others.client_id
        and ranked.currency_code = others.currency_code
        and ranked.invoice_date = others.invoice_date
        and not ranked.is_credited
        and not others.is_credited as is_alike,
        {{ is_better_record('others', 'ranked', 'invoice_id') }} as is_other_better

    from ranked

    inner join ranked as others
        on
            ranked.source_system = others.source_system
            and ranked.client_id = others.client_id
            and ranked.invoice_date = others.invoice_date
            and ranked.invoice_id != others.invoice_id

    left join decisions
        on
            ranked.invoice_id = decisions.record_id
            and others.invoice_id = decisions.other_record_id

),

copied as (

    select
        invoice_id,
        other_invoice_id as survivor_invoice_id

    from paired

    where
        is_other_better
        and coalesce(decision = 'same', is_alike)
        and coalesce(decision, 'same') != 'different'

    qualify row_number() over (
        partition by invoice_id
        order by other_references desc, other_created_at asc, other_invoice_id asc
    ) = 1

)

select * from copied
