{#  Deals without a project, late starts, approvals, bills and payments are told by the
    drivers of the bridge; what happened late and is done needs nobody any more. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

{#  A day, a week or a month of a record is found at the record. #}
handoffs as (

    select
        *,
        case
            when event in ('time_off_to_psa', 'work_to_submitted', 'work_to_recognised')
                then regexp_replace(record_id, '/[^/]*$', '')
            else record_id
        end as found_record_id

    from {{ ref('handoffs') }}

),

judged as (

    select
        case
            when handoffs.is_open then 'handoffs_happen' else 'handoffs_keep_order'
        end as claim,
        handoffs.found_record_id as record_id,
        handoffs.event
        || substr(handoffs.record_id, length(handoffs.found_record_id) + 1)
            as subject,
        handoffs.source_system,
        split_part(handoffs.found_record_id, ':', 2) as source_record_type,
        split_part(handoffs.found_record_id, ':', 3) as source_record_id,
        handoffs.client_id,
        case
            when handoffs.state in ('missing', 'out_of_order', 'duplicate', 'mismatch')
                then handoffs.explanation
        end as sentence,
        'warning' as severity,
        handoffs.owner_role,
        handoffs.to_role as fix_in,
        handoffs.money_at_stake,
        firm.reporting_currency as currency_code

    from handoffs

    cross join firm

    where
        handoffs.state in ('out_of_order', 'duplicate', 'mismatch')
        or handoffs.event in (
            'work_to_submitted', 'milestone_to_accepted', 'change_order_to_plan',
            'hire_to_psa', 'time_off_to_psa', 'leaver_to_psa', 'work_to_recognised',
            'legal_change_to_billing'
        )

)

select * from judged
