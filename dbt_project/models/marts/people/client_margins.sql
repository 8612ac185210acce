{#  Three people mostly share the work for a client in a quarter, two that of a project.
    Only quarters that have ended: a longer one less a shorter one would be one month. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

summed as (

    select * from {{ ref('client_quarter_margins') }}

),

hours as (

    select * from {{ ref('client_quarter_hours') }}

),

judged as (

    select
        client_id,
        quarter_end_date,
        case
            when {{ told_by_few('worked_hours') }} then 'fewer_than_three'
            when {{ told_by_few('hidden_hours') }} then 'would_tell_another'
        end as hidden_because

    from hours

    group by all

),

{#  The firm's quarter less the clients that are shown. #}
left_by_person as (

    select
        hours.quarter_end_date,
        hours.person_id,
        sum(hours.hidden_hours) as hidden_hours

    from hours

    inner join judged
        on
            hours.client_id = judged.client_id
            and hours.quarter_end_date = judged.quarter_end_date
            and judged.hidden_because is not null

    group by all

),

judged_firm as (

    select
        quarter_end_date,
        case
            when {{ told_by_few('hidden_hours') }} then 'would_tell_another'
        end as hidden_because

    from left_by_person

    group by all

),

decided as (

    select
        summed.*,
        coalesce(
            judged.hidden_because,
            judged_firm.hidden_because,
            case when summed.unrated_hours > 0 then 'cost_rate_missing' end
        ) as hidden_because

    from summed

    left join judged
        on
            summed.client_id = judged.client_id
            and summed.quarter_end_date = judged.quarter_end_date

    left join judged_firm
        on
            summed.client_id is null
            and summed.quarter_end_date = judged_firm.quarter_end_date

),

client_margins as (

    select

        ---------- ids
        coalesce(decided.client_id, 'firm') as scope_id,
        decided.client_id,

        ---------- strings
        case when decided.client_id is null then 'firm' else 'client' end as scope_kind,
        decided.hidden_because,
        firm.reporting_currency as currency_code,

        ---------- numerics
        decided.recognised_amount,
        case when decided.hidden_because is null then decided.margin_amount end
            as margin_amount,
        case
            when decided.hidden_because is null
                then cast(
                    decided.margin_amount / decided.recognised_amount as decimal(18, 6)
                )
        end as margin_share,

        ---------- dates
        decided.quarter_end_date

    from decided

    cross join firm

)

select * from client_margins
