{#  Every hour that counts, billable or not, at what it cost on its day. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

records as (

    select * from {{ ref('int_people__identified') }}

),

rates as (

    select * from {{ ref('person_cost_rates') }}

),

exchange_rates as (

    select * from {{ ref('int_exchange_rates__dated') }}

    where rate_role = 'accounting'

),

worked as (

    select
        entries.project_id,
        records.person_id,
        entries.month,
        entries.work_date,
        sum(entries.hours) as hours

    from {{ ref('int_time_entries__valued') }} as entries

    inner join records
        on
            {{ record_id(
                "split_part(entries.record_id, ':', 1)", "'person'", 'entries.person_id'
            ) }} = records.record_id

    group by all

    having sum(entries.hours) != 0

),

rated as (

    select
        worked.*,
        rates.loaded_cost_rate * case
            when
                coalesce(rates.currency_code, firm.reporting_currency)
                = firm.reporting_currency
                then 1
            else exchange_rates.exchange_rate
        end as hour_cost

    from worked

    cross join firm

    left join rates
        on
            worked.person_id = rates.person_id
            and worked.work_date between rates.valid_from and rates.valid_to

    left join exchange_rates
        on
            rates.currency_code = exchange_rates.currency_code
            and worked.work_date >= exchange_rates.valid_from
            and worked.work_date < exchange_rates.valid_before

    qualify row_number() over (
        partition by worked.project_id, worked.person_id, worked.work_date
        order by rates.rate_kind = 'person' desc nulls last, rates.valid_from desc
    ) = 1

),

project_costs as (

    select

        ---------- ids
        project_id,
        person_id,

        ---------- strings
        month,

        ---------- numerics
        cast(sum(hours) as decimal(18, 4)) as worked_hours,
        cast(coalesce(sum(hours) filter (where hour_cost is null), 0) as decimal(18, 4))
            as unrated_hours,
        cast(coalesce(sum(round(hours * hour_cost, 2)), 0) as decimal(18, 2))
            as cost_amount,

        ---------- dates
        min(work_date) as first_date,
        min(work_date) filter (where hour_cost is null) as first_unrated_date

    from rated

    group by all

)

select * from project_costs
