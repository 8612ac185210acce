{#  What waits between two layers at the end of each month: the running total of the
    steps that explain it. #}
with

measures as (

    select * from {{ ref('int_measures__scoped') }}

    where measure in ('deferred', 'accrued', 'unbilled', 'advance', 'receivable')

),

months as (

    select * from {{ ref('int_months__counted') }}

    where has_begun

),

firm as (

    select * from {{ source('rules', 'firm') }}

),

begun as (

    select
        scope_kind,
        scope_id,
        measure,
        min(month) as first_month

    from measures

    group by all

),

moved as (

    select
        begun.scope_kind,
        begun.scope_id,
        begun.measure,
        months.month,
        coalesce(measures.measure_amount, 0) as movement_amount,
        sum(coalesce(measures.measure_amount, 0)) over (
            partition by begun.scope_kind, begun.scope_id, begun.measure
            order by months.month
            rows between unbounded preceding and current row
        ) as closing_amount

    from begun

    inner join months
        on begun.first_month <= months.month

    left join measures
        on
            begun.scope_kind = measures.scope_kind
            and begun.scope_id = measures.scope_id
            and begun.measure = measures.measure
            and months.month = measures.month

),

balances as (

    select

        ---------- ids
        moved.scope_kind,
        moved.scope_id,

        ---------- strings
        moved.month,
        moved.measure as balance,
        firm.reporting_currency as currency_code,

        ---------- numerics
        {{ money('moved.closing_amount - moved.movement_amount') }} as opening_amount,
        {{ money('moved.movement_amount') }} as movement_amount,
        {{ money('moved.closing_amount') }} as closing_amount

    from moved

    cross join firm

)

select * from balances
