with

terms as (

    select * from {{ ref('int_deal_terms__dated') }}

),

days as (

    select * from {{ ref('int_days__counted') }}

),

deals as (

    select
        deal_id,
        coalesce(billing_type, '') = 'retainer' as is_by_period

    from {{ ref('int_deals__expected') }}

),

{#  A term without a working day in it lies whole on its first day. #}
term_months as (

    select
        terms.deal_id,
        terms.schedule_id,
        terms.term_id,
        terms.term_amount,
        terms.is_assumed_dates,
        days.fiscal_month,
        count(*) filter (where days.is_working_day) as n_working_days,
        count(*) filter (where days.calendar_date = terms.start_date) as n_first_days

    from terms

    inner join days
        on
            terms.start_date <= days.calendar_date
            and terms.end_date >= days.calendar_date

    group by all

),

worked as (

    select
        *,
        sum(n_working_days) over (partition by deal_id, schedule_id, term_id) > 0
            as has_working_days

    from term_months

),

{#  A retainer is sold by the month, anything else by the working day. #}
weighed as (

    select
        worked.*,
        case
            when deals.is_by_period then 1
            when worked.has_working_days then worked.n_working_days
            else worked.n_first_days
        end as weight

    from worked

    inner join deals
        on worked.deal_id = deals.deal_id

),

cumulated as (

    select
        *,
        sum(weight) over (
            partition by deal_id, schedule_id, term_id order by fiscal_month
        ) as weight_to,
        sum(weight) over (partition by deal_id, schedule_id, term_id) as weight_total

    from weighed

),

parts as (

    select
        deal_id,
        schedule_id,
        fiscal_month,
        is_assumed_dates,
        case
            when term_amount is null then cast(weight as decimal(18, 2))
            else
                {{ part_of(
                    'term_amount', 'weight_to - weight', 'weight_to', 'weight_total'
                ) }}
        end as month_weight

    from cumulated

),

spread as (

    select
        deal_id,
        schedule_id,
        fiscal_month as month,
        bool_or(is_assumed_dates) as is_assumed_dates,
        sum(month_weight) as month_weight

    from parts

    group by all

)

select * from spread
