{#  Work that counts: every entry that is not rejected and not deleted, at its own rate,
    or at the rate card in force when it has none. A card that was agreed after the work
    was billed changes nothing of it, however early it is valid from. #}
with

firm as (select * from {{ source('rules', 'firm') }}),

entries as (

    select * from {{ ref('int_psa_time_entries__unioned') }}

    where not coalesce(is_deleted, false) and coalesce(status, 'approved') != 'rejected'

),

rate_card as (select * from {{ ref('int_psa_rate_card__unioned') }}),

project_records as (select * from {{ ref('int_projects__identified') }}),

days as (select * from {{ ref('int_days__counted') }}),

{#  The day on which work without a rate of its own was first billed. #}
billed as (

    select
        entries.source_system,
        entries.time_entry_id,
        min(invoices.invoice_date) as invoice_date

    from entries

    inner join {{ ref('int_accounting_invoice_line_times__unioned') }} as links
        on entries.time_entry_id = links.time_entry_id

    inner join {{ ref('int_accounting_invoice_lines__unioned') }} as lines
        on
            links.source_system = lines.source_system
            and links.invoice_line_id = lines.invoice_line_id

    inner join {{ ref('int_accounting_invoices__unioned') }} as invoices
        on
            lines.source_system = invoices.source_system
            and lines.invoice_id = invoices.invoice_id

    where
        entries.bill_rate is null
        and coalesce(invoices.status, 'issued') in ('issued', 'paid')

    group by all

),

card_rates as (

    select
        entries.source_system,
        entries.time_entry_id,
        rate_card.bill_rate,
        rate_card.approved_at is not null as is_approved_rate

    from entries

    inner join rate_card
        on
            entries.source_system = rate_card.source_system
            and entries.project_id = rate_card.project_id
            and lower(entries.role) = lower(rate_card.role)
            and entries.work_date >= rate_card.valid_from
            and entries.work_date <= coalesce(rate_card.valid_to, date '9999-12-31')

    left join billed
        on
            entries.source_system = billed.source_system
            and entries.time_entry_id = billed.time_entry_id

    where
        coalesce(
            {{ local_date('rate_card.approved_at') }} <= billed.invoice_date, true
        )

    qualify row_number() over (
        partition by entries.source_system, entries.time_entry_id
        order by rate_card.valid_from desc, rate_card.bill_rate asc
    ) = 1

),

priced as (

    select
        entries.source_system || ':time_entry:' || entries.time_entry_id as record_id,
        entries.time_entry_id as source_record_id,
        project_records.project_id,
        entries.person_id,
        lower(trim(coalesce(entries.role, ''))) as role,
        entries.work_date,
        days.fiscal_month as month,
        entries.hours,
        coalesce(entries.bill_rate, card_rates.bill_rate, 0) as bill_rate,
        coalesce(
            card_rates.is_approved_rate
            and coalesce(entries.bill_rate = card_rates.bill_rate, true),
            false
        ) as is_card_rate,
        coalesce(entries.is_billable, true) as is_billable,
        entries.non_billable_reason,
        coalesce({{ local_date('entries.submitted_at') }}, entries.work_date)
            as submitted_date,
        case
            when coalesce(entries.status, 'approved') = 'approved'
                then
                    coalesce({{ local_date('entries.approved_at') }}, entries.work_date)
        end as approved_date,
        entries.approved_by

    from entries

    cross join firm

    inner join days
        on entries.work_date = days.calendar_date

    inner join project_records
        on
            project_records.record_id
            = entries.source_system || ':project:' || entries.project_id

    left join card_rates
        on
            entries.source_system = card_rates.source_system
            and entries.time_entry_id = card_rates.time_entry_id

    where entries.work_date <= firm.as_of

)

select * from priced
