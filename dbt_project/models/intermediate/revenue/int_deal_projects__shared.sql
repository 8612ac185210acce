{#  What each project of a deal was sold for. The map of lines decides, else the
    recorded shares, else the baselines, else equal parts; the parts always sum to the
    whole. #}
with

divided as (

    select * from {{ ref('int_deals__divided') }}

),

lines as (

    select * from {{ ref('int_deal_lines__classified') }}

),

stated_shares as (

    select * from {{ ref('int_deal_shares__linked') }}

),

deal_projects as (

    select * from {{ ref('int_deal_projects__counted') }}

),

baselines as (

    select
        project_id,
        greatest(sum(coalesce(baseline_amount, current_amount)), 0) as baseline_amount

    from {{ ref('int_projects__planned') }}

    group by all

),

by_lines as (

    select
        divided.deal_id,
        lines.project_id,
        sum(lines.net_amount) as share_amount,
        divided.share_method

    from divided

    inner join lines
        on divided.deal_id = lines.deal_id

    where
        divided.share_method = 'lines' and lines.line_class = 'deliverable'
        and lines.project_id is not null

    group by all

),

by_shares as (

    select
        divided.deal_id,
        stated_shares.project_id,
        sum(stated_shares.share_amount) as share_amount,
        divided.share_method

    from divided

    inner join stated_shares
        on divided.deal_id = stated_shares.deal_id

    where divided.share_method = 'shares' and stated_shares.project_id is not null

    group by all

),

weighed as (

    select
        divided.deal_id,
        divided.deliverable_amount,
        baselines.project_id,
        sum(baselines.baseline_amount) over (partition by divided.deal_id) > 0
            as has_baselines,
        case when has_baselines then baselines.baseline_amount else 1 end as weight,
        case when has_baselines then 'baselines' else 'equal' end as share_method

    from divided

    inner join deal_projects
        on divided.deal_id = deal_projects.deal_id

    inner join baselines
        on deal_projects.project_id = baselines.project_id

    where divided.share_method = 'baselines'

),

cumulated as (

    select
        deal_id,
        project_id,
        deliverable_amount,
        share_method,
        sum(weight) over (partition by deal_id order by project_id) as weight_to,
        sum(weight) over (partition by deal_id order by project_id) - weight
            as weight_from,
        sum(weight) over (partition by deal_id) as weight_total

    from weighed

),

shared as (

    select * from by_lines

    union all

    select * from by_shares

    union all

    select
        deal_id,
        project_id,
        {{ part_of('deliverable_amount', 'weight_from', 'weight_to', 'weight_total') }}
            as share_amount,
        share_method

    from cumulated

)

select * from shared
