{#  Every number at the leaf as it stands tonight and as it stood last night, each with
    what the sources, the exchange rates and our own rules were then. A night that runs
    twice still compares itself with the night before. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

records as (

    select * from {{ ref('int_records__hashed') }}

),

rates as (

    select
        md5(string_agg(
            concat_ws('|', rate_role, currency_code, valid_from, exchange_rate), '/'
            order by rate_role, currency_code, valid_from
        )) as rates_hash

    from {{ ref('int_exchange_rates__dated') }}

),

numbers as (

    select
        anchor,
        record_id,
        month,
        client_id,
        project_id,
        deal_id,
        sum(contribution_amount) as contribution_amount

    from {{ ref('int_contributions__summed') }}

    where anchor is not null

    group by all

    having sum(contribution_amount) != 0

),

held as (

    {{ last_night({
        'state': 'varchar', 'run_at': 'timestamp', 'as_of': 'date',
        'code_version': 'varchar', 'rates_hash': 'varchar', 'anchor': 'varchar',
        'record_id': 'varchar', 'month': 'varchar', 'client_id': 'varchar',
        'project_id': 'varchar', 'deal_id': 'varchar',
        'contribution_amount': 'decimal(38, 2)', 'source_hash': 'varchar',
        'record_date': 'date', 'record_amount': 'decimal(18, 4)',
        'record_status': 'varchar', 'created_at': 'timestamp'
    }) }}

),

before as (

    select held.*

    from held

    inner join firm
        on held.run_at < firm.run_at

    qualify held.run_at = max(held.run_at) over ()

),

remembered as (

    select
        'now' as state,
        firm.run_at,
        firm.as_of,
        firm.code_version,
        rates.rates_hash,
        numbers.anchor,
        numbers.record_id,
        numbers.month,
        numbers.client_id,
        numbers.project_id,
        numbers.deal_id,
        numbers.contribution_amount,
        records.source_hash,
        records.record_date,
        records.record_amount,
        records.record_status,
        records.created_at

    from numbers

    cross join firm

    cross join rates

    left join records
        on numbers.record_id = records.record_id

    union all

    select
        'before' as state,
        run_at,
        as_of,
        code_version,
        rates_hash,
        anchor,
        record_id,
        month,
        client_id,
        project_id,
        deal_id,
        contribution_amount,
        source_hash,
        record_date,
        record_amount,
        record_status,
        created_at

    from before

)

select * from remembered
