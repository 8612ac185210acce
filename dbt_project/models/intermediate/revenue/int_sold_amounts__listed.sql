{#  From list price and from the CRM's own report to what was sold, one row per record
    and reason. Every row is the way between two running totals of its deal, so that
    months and currencies can be cut from the totals and always add up. #}
with

deals as (

    select * from {{ ref('int_deals__expected') }}

),

listed as (

    select
        'list' as anchor,
        null as segment,
        null as driver,
        null as driver_class,
        deal_id,
        client_id,
        deal_id as record_id,
        0 as amount_from,
        expected_amount + discount_amount as amount_to,
        close_rate as exchange_rate

    from deals

    where not is_copy

    union all

    select
        null as anchor,
        'list_to_expected' as segment,
        'discount_at_signing' as driver,
        'L' as driver_class,
        deal_id,
        client_id,
        deal_id as record_id,
        expected_amount + discount_amount as amount_from,
        expected_amount as amount_to,
        close_rate as exchange_rate

    from deals

    where not is_copy

    union all

    select
        'crm_reported' as anchor,
        null as segment,
        null as driver,
        null as driver_class,
        deal_id,
        client_id,
        deal_id as record_id,
        0 as amount_from,
        now_amount as amount_to,
        crm_rate as exchange_rate

    from deals

    union all

    select
        null as anchor,
        'crm_to_expected' as segment,
        'duplicate_deal' as driver,
        'F' as driver_class,
        deal_id,
        client_id,
        deal_id as record_id,
        now_amount as amount_from,
        0 as amount_to,
        crm_rate as exchange_rate

    from deals

    where is_copy

    union all

    select
        null as anchor,
        'crm_to_expected' as segment,
        'edit_after_close' as driver,
        'F' as driver_class,
        deal_id,
        client_id,
        deal_id as record_id,
        now_amount as amount_from,
        frozen_amount as amount_to,
        crm_rate as exchange_rate

    from deals

    where not is_copy

    union all

    select
        null as anchor,
        'crm_to_expected' as segment,
        'tax_in_amount' as driver,
        'F' as driver_class,
        deal_id,
        client_id,
        deal_id as record_id,
        frozen_amount as amount_from,
        expected_amount as amount_to,
        crm_rate as exchange_rate

    from deals

    where not is_copy

)

select * from listed

where amount_from != amount_to
