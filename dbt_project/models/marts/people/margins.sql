{#  Revenue and hours are known, so the margin of one or two people would tell their
    pay. Hidden are months of fewer than three, or where one person did more than four fifths
    of the work, and the total of a project with such a month: tonight's total less the one
    of a month ago would be that month. What clients leave is in client_margins. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

projects as (

    select * from {{ ref('projects') }}

),

judged as (

    select
        *,
        n_people > 0 and (n_people < 3 or largest_share > 0.8) as is_told_by_few

    from {{ ref('project_margins') }}

),

torn as (

    select distinct project_id

    from judged

    where period != 'to_date' and is_told_by_few

),

decided as (

    select
        judged.*,
        case
            when judged.is_told_by_few then 'fewer_than_three'
            when judged.period = 'to_date' and torn.project_id is not null
                then 'would_tell_another'
            when judged.unrated_hours > 0 then 'cost_rate_missing'
        end as hidden_because,
        judged.recognised_amount - judged.cost_amount - judged.expense_amount
            as whole_margin_amount

    from judged

    left join torn
        on judged.project_id = torn.project_id

),

margins as (

    select

        ---------- ids
        decided.project_id,
        projects.client_id,

        ---------- strings
        decided.period,
        decided.hidden_because,
        case decided.hidden_because
            when 'fewer_than_three' then 'Hidden: fewer than 3 people shared the work.'
            when 'would_tell_another'
                then 'Hidden: it would tell the margin of fewer than 3 people.'
            when 'cost_rate_missing'
                then 'Not known: some hours have no cost rate. Ask HR to add it.'
            else
                {{ amount_told('decided.whole_margin_amount') }}
                || case
                    when decided.whole_margin_amount < 0 then ' was lost on '
                    else ' is left of '
                end || {{ amount_told('decided.recognised_amount') }} || ' recognised.'
        end as explanation,

        ---------- numerics
        decided.recognised_amount,
        case when decided.hidden_because is null then decided.whole_margin_amount end
            as margin_amount,
        case
            when decided.hidden_because is null
                then cast(
                    decided.whole_margin_amount / nullif(decided.recognised_amount, 0)
                    as decimal(18, 6)
                )
        end as margin_share,
        firm.reporting_currency as currency_code

    from decided

    cross join firm

    left join projects
        on decided.project_id = projects.project_id

)

select * from margins
