{#  Why the numbers behind one record changed since last night: the first of nine
    reasons that fits. #}
with

remembered as (select * from {{ ref('int_contributions__remembered') }}),

closed_periods as (

    select distinct period from {{ ref('int_accounting_closed_periods__unioned') }}

),

records as (select * from {{ ref('int_records__hashed') }}),

nights as (

    select
        max(run_at) filter (where state = 'now') as run_at,
        max(run_at) filter (where state = 'before') as previous_run_at,
        max(as_of) filter (where state = 'before') as previous_as_of,
        max(code_version) filter (where state = 'now') as code_version,
        max(code_version) filter (where state = 'before') as previous_code_version,
        max(rates_hash) filter (where state = 'now') as rates_hash,
        max(rates_hash) filter (where state = 'before') as previous_rates_hash

    from remembered

),

sides as (

    select
        anchor,
        record_id,
        state,
        string_agg(
            distinct concat_ws('|', client_id, project_id, deal_id), ' '
            order by concat_ws('|', client_id, project_id, deal_id)
        ) as places,
        max(source_hash) as source_hash,
        max(record_date) as record_date,
        max(record_amount) as record_amount,
        max(record_status) as record_status,
        max(created_at) as created_at

    from remembered

    group by all

),

earlier as (

    select * from sides

    where state = 'before'

),

later as (

    select * from sides

    where state = 'now'

),

paired as (

    select
        coalesce(later.anchor, earlier.anchor) as anchor,
        coalesce(later.record_id, earlier.record_id) as record_id,
        earlier.record_id is not null as was_there,
        later.record_id is not null as is_there,
        coalesce(earlier.source_hash, '')
        = coalesce(later.source_hash, records.source_hash, '') as is_same_in_source,
        coalesce(earlier.places, '') != coalesce(later.places, '')
            as is_elsewhere,
        coalesce(earlier.record_date, date '0001-01-01')
        != coalesce(later.record_date, date '0001-01-01')
            as is_redated,
        coalesce(earlier.record_amount, 0) != coalesce(later.record_amount, 0)
            as is_edited,
        coalesce(earlier.record_status, '') != coalesce(later.record_status, '')
            as is_restated,
        later.record_date,
        later.created_at

    from earlier

    full outer join later
        on earlier.anchor = later.anchor and earlier.record_id = later.record_id

    left join records
        on earlier.record_id = records.record_id

),

classed as (

    select
        paired.anchor,
        paired.record_id,
        nights.run_at,
        nights.previous_run_at,
        nights.code_version,
        nights.previous_code_version,
        case
            when
                nights.code_version != nights.previous_code_version
                and (
                    (paired.was_there and paired.is_same_in_source)
                    or (
                        not paired.was_there
                        and paired.created_at <= nights.previous_run_at
                    )
                )
                then 'moved_by_our_rule'
            when
                paired.was_there and paired.is_same_in_source and paired.is_elsewhere
                then 'matched_differently'
            when
                not paired.was_there
                and (
                    paired.record_date <= nights.previous_as_of
                    or substr(cast(paired.record_date as varchar), 1, 7) in (
                        select closed_periods.period from closed_periods
                    )
                )
                then 'arrived_late'
            when not paired.was_there then 'new_in_source'
            when not paired.is_there then 'removed_or_voided'
            when paired.is_redated then 'moved_month'
            when paired.is_edited then 'amount_edited'
            when paired.is_restated then 'status_changed'
            when nights.rates_hash != nights.previous_rates_hash
                then 'exchange_rate_changed'
            else 'amount_edited'
        end as change_class

    from paired

    cross join nights

    where nights.previous_run_at is not null

)

select * from classed
