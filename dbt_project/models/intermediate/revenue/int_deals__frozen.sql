with

deals as (

    select * from {{ ref('int_deals__won') }}

),

timed as (

    select * from {{ ref('int_deals__timed') }}

),

field_changes as (

    select * from {{ ref('int_crm_field_changes__unioned') }}

    where record_type = 'deal' and field = 'net_amount'

),

changes as (

    select
        timed.deal_id,
        field_changes.changed_at,
        field_changes.changed_at <= timed.frozen_at as is_before_freeze,
        field_changes.old_value,
        field_changes.new_value

    from timed

    inner join field_changes
        on
            timed.deal_id
            = field_changes.source_system || ':deal:' || field_changes.record_id

),

last_before as (

    select
        deal_id,
        {{ money('new_value') }} as frozen_amount

    from changes

    where is_before_freeze

    qualify row_number() over (
        partition by deal_id order by changed_at desc, new_value asc
    ) = 1

),

first_after as (

    select
        deal_id,
        {{ money('old_value') }} as frozen_amount

    from changes

    where not is_before_freeze

    qualify row_number() over (
        partition by deal_id order by changed_at, old_value
    ) = 1

),

frozen as (

    select
        deals.*,
        timed.frozen_at,
        coalesce(
            last_before.frozen_amount, first_after.frozen_amount, deals.held_amount
        ) as frozen_amount

    from deals

    inner join timed
        on deals.deal_id = timed.deal_id

    left join last_before
        on deals.deal_id = last_before.deal_id

    left join first_after
        on deals.deal_id = first_after.deal_id

)

select * from frozen
