{#  Same money, other months: what is planned in a month less what the sale, carried
    through its changes, put there. Sums to zero over the life of each part; a cent that
    conversion leaves over is an exchange difference. #}
with

deal_amounts as (

    select * from {{ ref('int_deal_amounts__spread') }}

    where anchor = 'expected' or segment = 'expected_to_planned'

),

plan_amounts as (

    select * from {{ ref('int_plan_amounts__spread') }}

    where anchor = 'planned' and deal_id != 'unassigned'

),

legs as (

    select * from {{ ref('int_projects__legged') }}

),

sides as (

    select
        deal_id,
        project_id,
        month,
        -contract_amount as contract_amount,
        -contribution_amount as contribution_amount

    from deal_amounts

    where project_id != 'unassigned'

    union all

    select
        deal_id,
        project_id,
        month,
        contract_amount,
        contribution_amount

    from plan_amounts

),

monthly as (

    select
        deal_id,
        project_id,
        month,
        sum(contract_amount) as contract_amount,
        sum(contribution_amount) as contribution_amount

    from sides

    group by all

),

closed as (

    select
        *,
        sum(contribution_amount) over (partition by deal_id, project_id) as left_over,
        row_number() over (partition by deal_id, project_id order by month desc) = 1
            as is_last_month

    from monthly

),

phased as (

    select
        'phasing' as driver,
        'T' as driver_class,
        deal_id,
        project_id,
        month,
        contract_amount,
        case
            when is_last_month then contribution_amount - left_over
            else contribution_amount
        end as contribution_amount

    from closed

    union all

    select
        'fx' as driver,
        'L' as driver_class,
        deal_id,
        project_id,
        month,
        0 as contract_amount,
        left_over as contribution_amount

    from closed

    where is_last_month

),

computed as (

    select
        null as anchor,
        'expected_to_planned' as segment,
        phased.driver,
        phased.driver_class,
        phased.deal_id,
        phased.project_id,
        legs.client_id,
        phased.month,
        projects.record_id,
        legs.currency_code,
        phased.contract_amount,
        phased.contribution_amount

    from phased

    inner join legs
        on
            phased.deal_id = legs.deal_id
            and phased.project_id = legs.project_id

    inner join {{ ref('int_projects__planned') }} as projects
        on phased.project_id = projects.project_id

)

select * from computed

where contract_amount != 0 or contribution_amount != 0
