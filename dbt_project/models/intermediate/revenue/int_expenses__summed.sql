with

expenses as (

    select * from {{ ref('int_psa_expenses__unioned') }}

    where coalesce(status, 'approved') = 'approved'

),

projects as (

    select * from {{ ref('int_projects__identified') }}

),

days as (

    select * from {{ ref('int_days__counted') }}

),

rates as (

    select * from {{ ref('int_exchange_rates__dated') }}

    where rate_role = 'accounting'

),

summed as (

    select
        projects.project_id,
        days.fiscal_month as month,
        sum(cast(round(
            expenses.expense_amount * coalesce(rates.exchange_rate, 1), 2
        ) as decimal(18, 2))) as expense_amount

    from expenses

    inner join projects
        on
            {{ record_id(
                'expenses.source_system', "'project'", 'expenses.project_id'
            ) }} = projects.record_id

    inner join days
        on expenses.expense_date = days.calendar_date

    left join rates
        on
            upper(expenses.currency_code) = rates.currency_code
            and expenses.expense_date >= rates.valid_from
            and expenses.expense_date < rates.valid_before

    group by all

)

select * from summed
