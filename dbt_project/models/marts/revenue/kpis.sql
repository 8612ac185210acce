{#  Ratios are made of sums in each scope and period, and nothing is averaged. #}
with

formulas as (

    select * from {{ ref('kpi_formulas') }}

),

measures as (

    select
        measures.*,
        months.month_number

    from {{ ref('int_measures__scoped') }} as measures

    left join {{ ref('int_months__numbered') }} as months
        on measures.month = months.month

),

months as (

    select * from {{ ref('int_months__numbered') }}

    where has_begun

),

periods as (

    select
        month as period,
        month_number

    from months

    union all

    select
        'to_date' as period,
        max(month_number) as month_number

    from months

),

parts as (

    select
        kpi,
        'numerator' as part,
        numerator as measure,
        numerator_window as time_window

    from formulas

    union all

    select
        kpi,
        'denominator' as part,
        denominator as measure,
        denominator_window as time_window

    from formulas

),

summed as (

    select
        parts.kpi,
        measures.scope_kind,
        measures.scope_id,
        periods.period,
        sum(measures.measure_amount) filter (where parts.part = 'numerator')
            as numerator_amount,
        sum(measures.measure_amount) filter (where parts.part = 'denominator')
            as denominator_amount

    from parts

    inner join measures
        on parts.measure = measures.measure

    inner join periods
        on case
            when measures.month = 'to_date' then periods.period = 'to_date'
            when parts.time_window = 'life' then periods.period = 'to_date'
            when parts.time_window = 'day'
                then measures.month_number = periods.month_number
            when parts.time_window = 'ahead'
                then
                    periods.period = 'to_date'
                    and measures.month_number >= periods.month_number
                    and measures.month_number < periods.month_number + 3
            when parts.time_window = 'three_months'
                then
                    measures.month_number <= periods.month_number
                    and measures.month_number > periods.month_number - 3
            when parts.time_window = 'closing'
                then measures.month_number <= periods.month_number
            when periods.period != 'to_date' then measures.month = periods.period
            else
                measures.measure not in ('differences', 'explained', 'faulty')
                and measures.month_number <= periods.month_number
        end

    group by all

),

kpis as (

    select

        ---------- ids
        summed.scope_kind,
        summed.scope_id,

        ---------- strings
        summed.period,
        summed.kpi,
        formulas.label,
        formulas.unit,
        formulas.formula,
        firm.reporting_currency as currency_code,

        ---------- numerics
        {{ money('coalesce(summed.numerator_amount, 0)') }} as numerator_amount,
        {{ money('coalesce(summed.denominator_amount, 0)') }} as denominator_amount,
        {{ ratio_of('summed', 'formulas') }} as kpi_value

    from summed

    cross join {{ source('rules', 'firm') }} as firm

    inner join formulas
        on summed.kpi = formulas.kpi

)

select * from kpis
