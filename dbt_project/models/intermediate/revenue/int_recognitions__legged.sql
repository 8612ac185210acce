{#  The recognised layer on its legs: postings of an invoice follow the invoice, others
    follow the project they name. An invoice's postings are cut by running totals, so
    that an invoice that is posted line by line is posted as it was billed. #}
with

revenue as (

    select * from {{ ref('int_journal_lines__recognised') }}

),

invoice_legs as (

    select * from {{ ref('int_invoices__legged') }}

),

project_legs as (

    select * from {{ ref('int_projects__legged') }}

),

billed as (

    select * from {{ ref('int_billed_lines__legged') }}

    where line_class = 'billed'

),

ledgers as (

    select distinct source_system

    from {{ ref('int_accounting_journal_lines__unioned') }}

),

routed as (

    select
        *,
        sum(posted_amount) over (
            partition by invoice_id, kind
            order by month, record_id
        ) as posted_to,
        case
            when
                kind = 'invoice'
                and invoice_id in (select invoice_legs.invoice_id from invoice_legs)
                then 'invoice'
            when project_id != 'unassigned' then 'project'
            when invoice_id in (select invoice_legs.invoice_id from invoice_legs)
                then 'invoice'
            else 'nothing'
        end as route

    from revenue

),

legged as (

    select
        routed.record_id,
        routed.kind,
        routed.has_basis,
        routed.invoice_id,
        routed.month,
        invoice_legs.deal_id,
        invoice_legs.project_id,
        invoice_legs.client_id,
        {{ leg_of('routed.posted_to', 'invoice_legs') }}
        - {{ leg_of('(routed.posted_to - routed.posted_amount)', 'invoice_legs') }}
            as recognised_amount

    from routed

    inner join invoice_legs
        on routed.invoice_id = invoice_legs.invoice_id

    where routed.route = 'invoice'

    union all

    select
        routed.record_id,
        routed.kind,
        routed.has_basis,
        routed.invoice_id,
        routed.month,
        project_legs.deal_id,
        project_legs.project_id,
        project_legs.client_id,
        {{ leg_of('routed.posted_amount', 'project_legs') }} as recognised_amount

    from routed

    inner join project_legs
        on routed.project_id = project_legs.project_id

    where routed.route = 'project'

    union all

    select
        record_id,
        kind,
        has_basis,
        invoice_id,
        month,
        'unassigned' as deal_id,
        'unassigned' as project_id,
        'unassigned' as client_id,
        posted_amount as recognised_amount

    from routed

    where route = 'nothing'

    union all

    select
        billed.record_id,
        'invoice' as kind,
        true as has_basis,
        billed.invoice_id,
        billed.month,
        billed.deal_id,
        billed.project_id,
        billed.client_id,
        billed.net_amount_reporting as recognised_amount

    from billed

    where split_part(billed.invoice_id, ':', 1) not in (
        select ledgers.source_system from ledgers
    )

)

select * from legged

where recognised_amount != 0
