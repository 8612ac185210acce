{#  What the plan of a month said when the month began, beside what was delivered. What
    a number was then is what it is now without the changes since; months that began
    before the first night are not known. #}
with

months as (

    select * from {{ ref('int_months__counted') }}

    where has_begun

),

anchors as (

    select * from {{ ref('revenue_anchors') }}

    where scope_kind in ('firm', 'client') and anchor in ('planned', 'delivered')

),

clients as (

    select * from {{ ref('int_clients__placed') }}

),

changes as (

    select * from {{ ref('revenue_changes') }}

),

first_night as (

    select min(previous_run_at) as began_at from changes

),

scope_kinds as (

    select unnest(['firm', 'client']) as scope_kind

),

changed as (

    select
        scope_kinds.scope_kind,
        case scope_kinds.scope_kind when 'firm' then 'firm' else changes.client_id end
            as scope_id,
        months.month,
        sum(changes.change_amount) as change_amount

    from changes

    cross join scope_kinds

    inner join months
        on
            changes.month = months.month
            and cast(changes.run_at as date) >= months.first_day

    left join clients
        on changes.client_id = clients.client_id

    where
        changes.anchor = 'planned'
        and not coalesce(clients.is_intercompany, false)

    group by all

),

compared as (

    select
        anchors.scope_kind,
        anchors.scope_id,
        months.month,
        coalesce(
            sum(anchors.anchor_amount) filter (where anchors.anchor = 'planned'), 0
        )
        - coalesce(max(changed.change_amount), 0) as forecast_amount,
        coalesce(
            sum(anchors.anchor_amount) filter (where anchors.anchor = 'delivered'), 0
        ) as delivered_amount

    from months

    inner join first_night
        on months.first_day > cast(first_night.began_at as date)

    inner join anchors
        on months.month = anchors.period

    left join changed
        on
            anchors.scope_kind = changed.scope_kind
            and anchors.scope_id = changed.scope_id
            and months.month = changed.month

    group by all

),

kinds as (

    select unnest(['foreseen', 'forecast_against']) as measure

),

measured as (

    select
        compared.scope_kind,
        compared.scope_id,
        compared.month,
        kinds.measure,
        compared.delivered_amount - case
            when kinds.measure = 'foreseen'
                then abs(compared.delivered_amount - compared.forecast_amount)
            else 0
        end as measure_amount

    from compared

    cross join kinds

)

select * from measured
