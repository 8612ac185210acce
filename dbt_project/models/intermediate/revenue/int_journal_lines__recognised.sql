{#  The ledger's movements on revenue accounts up to the run's date. Books without a
    journal recognise revenue when they invoice. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

journal_lines as (

    select * from {{ ref('int_accounting_journal_lines__unioned') }}

),

accounts as (

    select * from {{ ref('int_accounts__kinded') }}

    where account_kind = 'revenue'

),

days as (

    select * from {{ ref('int_days__counted') }}

),

projects as (

    select * from {{ ref('int_projects__planned') }}

    where not is_test

),

project_records as (

    select
        source_record_id,
        source_system,
        project_id

    from {{ ref('int_projects__identified') }}

),

company_rates as (

    select * from {{ ref('int_company_rates__dated') }}

),

named as (

    select
        journal_lines.source_system,
        journal_lines.journal_line_id,
        min(project_records.project_id) as project_id

    from journal_lines

    inner join project_records
        on
            journal_lines.psa_project_id = project_records.source_record_id
            or (
                journal_lines.psa_project_id is null
                and journal_lines.project_ref = project_records.source_record_id
                and journal_lines.source_system = project_records.source_system
            )

    group by all

),

revenue as (

    select
        journal_lines.source_system || ':journal_line:' || journal_lines.journal_line_id
            as record_id,
        journal_lines.source_system,
        case
            when journal_lines.source_id is not null
                then
                    journal_lines.source_system
                    || ':invoice:'
                    || journal_lines.source_id
        end as invoice_id,
        coalesce(projects.project_id, 'unassigned') as project_id,
        days.fiscal_month as month,
        coalesce(journal_lines.kind, 'other') as kind,
        journal_lines.basis is not null or journal_lines.source_id is not null
            as has_basis,
        company_rates.is_foreign,
        journal_lines.net_credit_amount as base_amount,
        {{ converted(
            'journal_lines.net_credit_amount', 'company_rates.exchange_rate'
        ) }}
            as posted_amount

    from journal_lines

    inner join firm
        on journal_lines.posting_date <= firm.as_of

    inner join days
        on journal_lines.posting_date = days.calendar_date

    inner join accounts
        on
            journal_lines.source_system = accounts.source_system
            and journal_lines.account_code = accounts.account_code

    inner join company_rates
        on
            journal_lines.source_system = company_rates.source_system
            and coalesce(journal_lines.company_id, company_rates.default_company_id)
            = company_rates.company_id
            and journal_lines.posting_date >= company_rates.valid_from
            and journal_lines.posting_date < company_rates.valid_before

    left join named
        on
            journal_lines.source_system = named.source_system
            and journal_lines.journal_line_id = named.journal_line_id

    left join projects
        on named.project_id = projects.project_id

)

select * from revenue
