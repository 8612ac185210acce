{#  Guards int_contributions__summed in the contract's own currency: nothing may be left
    over in any deal of any project, or a wrong reason could hide behind exchange
    rates. #}
with

contributions as (

    select * from {{ ref('int_contributions__summed') }}

    where project_id != 'unassigned'

),

billed as (

    select
        deal_id,
        project_id,
        month,
        sum(contract_amount) as contract_amount

    from {{ ref('int_billed_lines__legged') }}

    where line_class = 'billed' and project_id != 'unassigned'

    group by all

),

sides as (

    select
        'planned_to_delivered' as segment,
        deal_id,
        project_id,
        month,
        case
            when anchor = 'planned' or segment is not null
                then contribution_amount_contract
            else -contribution_amount_contract
        end as contract_amount

    from contributions

    where anchor in ('planned', 'delivered') or segment = 'planned_to_delivered'

    union all

    select
        'delivered_to_billed' as segment,
        deal_id,
        project_id,
        month,
        contribution_amount_contract as contract_amount

    from contributions

    where anchor = 'delivered' or segment = 'delivered_to_billed'

    union all

    select
        'delivered_to_billed' as segment,
        deal_id,
        project_id,
        month,
        -contract_amount as contract_amount

    from billed

),

residuals as (

    select
        segment,
        deal_id,
        project_id,
        month,
        sum(contract_amount) as residual_amount

    from sides

    group by all

    having sum(contract_amount) != 0

)

select * from residuals
