{#  What of a sold deal has no project, and why. Shares and these rows sum to the
    deal. #}
with

divided as (

    select * from {{ ref('int_deals__divided') }}

),

opened as (

    select * from {{ ref('int_deals__opened') }}

),

lines as (

    select * from {{ ref('int_deal_lines__classified') }}

),

unassigned as (

    select
        lines.deal_id,
        lines.record_id,
        lines.line_class as driver,
        lines.net_amount as unassigned_amount

    from lines

    inner join divided
        on lines.deal_id = divided.deal_id

    where lines.line_class in ('outside_delivery_scope', 'future_term')

    union all

    select
        deal_id,
        deal_id as record_id,
        case when is_late then 'missing_project' else 'awaiting_handoff' end as driver,
        missing_amount as unassigned_amount

    from opened

    union all

    select
        deal_id,
        deal_id as record_id,
        'split_gap' as driver,
        open_amount - missing_amount as unassigned_amount

    from opened

)

select * from unassigned

where unassigned_amount != 0
