{#  Our recognised revenue beside the ledger's own profit and loss, account by account,
    in the currency of the books. Every difference has its reason; what is left over is
    ours to explain. #}
with

stated_accounts as (

    select * from {{ ref('int_accounting_accounts__unioned') }}

),

accounts as (

    select * from {{ ref('int_accounts__kinded') }}

),

companies as (

    select distinct
        source_system,
        company_id,
        currency_code

    from {{ ref('int_company_rates__dated') }}

    where company_id = default_company_id

),

posted as (

    select * from {{ ref('int_postings__summed') }}

),

told as (

    select
        source_system,
        period,
        account_code,
        sum(net_credit_amount) as ledger_amount

    from {{ ref('int_accounting_profit_and_loss__unioned') }}

    group by all

),

paired as (

    select
        coalesce(told.source_system, posted.source_system) as source_system,
        coalesce(told.period, posted.period) as period,
        coalesce(told.account_code, posted.account_code) as account_code,
        told.ledger_amount,
        coalesce(posted.posted_amount, 0) as posted_amount,
        coalesce(posted.after_as_of_amount, 0) as after_as_of_amount,
        coalesce(posted.late_amount, 0) as late_amount

    from told

    full outer join posted
        on
            told.source_system = posted.source_system
            and told.period = posted.period
            and told.account_code = posted.account_code

),

typed as (

    select
        paired.*,
        accounts.account_name,
        accounts.account_kind = 'revenue' as is_ours,
        case
            when accounts.account_kind = 'revenue'
                then paired.posted_amount - paired.after_as_of_amount
            else 0
        end as recognised_amount,
        coalesce(paired.ledger_amount, 0) - paired.posted_amount as rest_amount

    from paired

    inner join accounts
        on
            paired.source_system = accounts.source_system
            and paired.account_code = accounts.account_code

    inner join stated_accounts
        on
            paired.source_system = stated_accounts.source_system
            and paired.account_code = stated_accounts.account_code

    where 'revenue' in (accounts.account_kind, stated_accounts.account_kind)

),

tie_out as (

    select

        ---------- ids
        typed.source_system,
        companies.company_id,
        typed.account_code,

        ---------- strings
        typed.account_name,
        typed.period,
        companies.currency_code,
        {{ tie_out_sentence('typed') }} as explanation,

        ---------- numerics
        typed.recognised_amount,
        typed.ledger_amount,
        coalesce(typed.ledger_amount, 0) - typed.recognised_amount as difference_amount,
        case when typed.is_ours then typed.after_as_of_amount else 0 end
            as after_as_of_amount,
        case when typed.is_ours then 0 else typed.posted_amount end
            as not_revenue_amount,
        case when typed.ledger_amount is null then typed.rest_amount else 0 end
            as no_ledger_figure_amount,
        case
            when
                typed.ledger_amount is not null
                and typed.rest_amount = -typed.late_amount
                then typed.rest_amount
            else 0
        end as posted_after_closing_amount,
        case
            when typed.ledger_amount is null or typed.rest_amount = -typed.late_amount
                then 0
            else typed.rest_amount
        end as unexplained_amount

    from typed

    left join companies
        on typed.source_system = companies.source_system

)

select * from tie_out
