{#  What can be said of a pair before it is weighed: whether its names alone brought it
    here, and the most that it can reach. Pairs that nobody would be asked about, whatever
    else is found, are left out. #}
with

paired as (

    select * from {{ ref('int_clients__paired') }}

),

bounded as (

    select * from {{ ref('int_client_names__bounded') }}

),

left_records as (

    select * from {{ ref('int_clients__collapsed') }}

),

right_records as (

    select * from {{ ref('int_clients__collapsed') }}

),

shared as (

    select distinct
        left_record,
        right_record

    from {{ ref('int_clients__shared') }}

),

limits as (

    select
        max(share * cap_bits) filter (where evidence = 'country') as country_bits,
        max(share * cap_bits) filter (where evidence = 'currency') as currency_bits,
        max(bits) filter (where evidence = 'band' and level = 'automatic')
            as automatic_bits,
        max(bits) filter (where evidence = 'band' and level = 'ask') as ask_bits,
        -log2((select count(*) from left_records)) as prior_bits

    from {{ ref('identity_weights') }}

    where entity = 'client'

),

judged as (

    select
        paired.left_record,
        paired.right_record,
        regexp_full_match(
            paired.found_by,
            '(name word|name without spaces|first letters of the rarest word|, )*'
        )
        and shared.left_record is null
        and not ({{ shares_value('left_records', 'right_records') }})
            as is_by_name_alone,
        coalesce(bounded.agreeing_bits, 0) as agreeing_bits,
        coalesce(bounded.match_bits, 0) as match_bits,
        limits.prior_bits
        + if(left_records.country = right_records.country, limits.country_bits, 0)
        + if(
            left_records.currency_code = right_records.currency_code,
            limits.currency_bits,
            0
        ) as other_bits,
        limits.automatic_bits,
        limits.ask_bits

    from paired

    cross join limits

    inner join left_records
        on paired.left_record = left_records.record_id

    inner join right_records
        on paired.right_record = right_records.record_id

    left join bounded
        on
            paired.left_record = bounded.left_record
            and paired.right_record = bounded.right_record

    left join shared
        on
            paired.left_record = shared.left_record
            and paired.right_record = shared.right_record

),

bounded_pairs as (

    select
        left_record,
        right_record,
        not is_by_name_alone or agreeing_bits + other_bits >= automatic_bits
            as may_be_one

    from judged

    where
        not is_by_name_alone
        or agreeing_bits + other_bits >= automatic_bits
        or match_bits + other_bits >= ask_bits

)

select * from bounded_pairs
