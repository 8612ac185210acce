{#  The journal by account and calendar month, and how much of it is later than the last
    day that counts or than the closing of its month. #}
with

firm as (select * from {{ source('rules', 'firm') }}),

journal_lines as (

    select * from {{ ref('int_accounting_journal_lines__unioned') }}

),

closed_periods as (

    select
        source_system,
        period,
        max(closed_at) as closed_at

    from {{ ref('int_accounting_closed_periods__unioned') }}

    group by all

),

summed as (

    select
        journal_lines.source_system,
        substr(cast(journal_lines.posting_date as varchar), 1, 7) as period,
        journal_lines.account_code,
        sum(journal_lines.net_credit_amount) as posted_amount,
        sum(journal_lines.net_credit_amount) filter (
            where journal_lines.posting_date > firm.as_of
        ) as after_as_of_amount,
        sum(journal_lines.net_credit_amount) filter (
            where
            journal_lines.posting_date <= firm.as_of
            and journal_lines.created_at > closed_periods.closed_at
        ) as late_amount

    from journal_lines

    cross join firm

    left join closed_periods
        on
            journal_lines.source_system = closed_periods.source_system
            and substr(cast(journal_lines.posting_date as varchar), 1, 7)
            = closed_periods.period

    group by all

)

select * from summed
