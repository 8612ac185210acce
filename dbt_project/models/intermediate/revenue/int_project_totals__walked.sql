{#  The bridge of each leg at the end of each month. Every total on the way is cut and
    converted by itself and a step is the difference of two, so steps always lead from
    the cut and converted plan to the cut and converted work and bills. #}
with

reached as (

    select * from {{ ref('int_project_totals__reached') }}

),

legs as (

    select * from {{ ref('int_projects__legged') }}

),

cut as (

    select
        reached.segment,
        reached.driver,
        reached.driver_class,
        legs.deal_id,
        reached.project_id,
        reached.month,
        legs.exchange_rate,
        {{ leg_of('reached.amount_to', 'legs') }} as contract_to,
        {{ leg_of('(reached.amount_to - reached.amount)', 'legs') }} as contract_from

    from reached

    inner join legs
        on reached.project_id = legs.project_id

    where reached.segment != ''

),

valued as (

    select
        segment,
        driver,
        driver_class,
        deal_id,
        project_id,
        month,
        contract_to - contract_from as contract_amount,
        {{ converted('contract_to', 'exchange_rate') }}
        - {{ converted('contract_from', 'exchange_rate') }} as contribution_amount

    from cut

),

{#  A month is the way from the bridge at the end of the month before. #}
walked as (

    select
        segment,
        driver,
        driver_class,
        deal_id,
        project_id,
        month,
        contract_amount
        - coalesce(lag(contract_amount) over of_reason, 0) as contract_amount,
        contribution_amount
        - coalesce(lag(contribution_amount) over of_reason, 0) as contribution_amount

    from valued

    window of_reason as (
        partition by project_id, deal_id, segment, driver, driver_class order by month
    )

)

select * from walked

where contract_amount != 0 or contribution_amount != 0
