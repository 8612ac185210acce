{#  Hours of the whole firm, worked and ahead, that utilisation and bench divide. #}
with

staffing as (

    select * from {{ ref('int_staffing__dated') }}

),

horizons as (

    select unnest([4, 8, 12]) as n_weeks

),

kinds as (

    select unnest(['capacity', 'free']) as kind

),

listed as (

    select
        month,
        'billable_hours' as measure,
        billable_hours as measure_amount

    from staffing

    where n_days_ahead <= 0

    union all

    select
        month,
        case when n_days_ahead <= 0 then 'capacity_hours' else 'future_hours' end
            as measure,
        capacity_hours as measure_amount

    from staffing

    union all

    select
        month,
        'booked_hours' as measure,
        allocated_hours as measure_amount

    from staffing

    where n_days_ahead > 0

    union all

    select
        staffing.month,
        kinds.kind || '_' || horizons.n_weeks || '_weeks' as measure,
        case kinds.kind
            when 'capacity' then staffing.capacity_hours
            else staffing.capacity_hours - staffing.allocated_hours
        end as measure_amount

    from staffing

    inner join horizons
        on staffing.n_days_ahead between 1 and 7 * horizons.n_weeks

    cross join kinds

),

measured as (

    select
        month,
        measure,
        sum(measure_amount) as measure_amount

    from listed

    group by all

)

select * from measured
