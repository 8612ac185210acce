{#  What a leg's reason misses in a month, a cent at most per deal, goes to the largest
    record of that reason and month, or of the last month that had one. No record and
    no reason of a project changes by it, only the parts of its deals do. #}
with

cut as (

    select * from {{ ref('int_project_amounts__divided') }}

),

walked as (

    select * from {{ ref('int_project_totals__walked') }}

),

compared as (

    select
        segment,
        driver,
        driver_class,
        deal_id,
        project_id,
        month,
        contract_amount,
        contribution_amount

    from walked

    union all

    select
        segment,
        driver,
        driver_class,
        deal_id,
        project_id,
        month,
        -contract_amount as contract_amount,
        -contribution_amount as contribution_amount

    from cut

    where segment is not null

),

missed as (

    select
        segment,
        driver,
        driver_class,
        deal_id,
        project_id,
        month,
        sum(contract_amount) as contract_amount,
        sum(contribution_amount) as contribution_amount

    from compared

    group by all

    having sum(contract_amount) != 0 or sum(contribution_amount) != 0

),

largest as (

    select *

    from cut

    where segment is not null

    qualify row_number() over (
        partition by segment, driver, driver_class, deal_id, project_id, month
        order by abs(amount) desc, record_id
    ) = 1

),

speaking as (

    select
        *,
        lead(month) over (
            partition by segment, driver, driver_class, deal_id, project_id
            order by month
        ) as next_month

    from largest

),

legged as (

    select * exclude (amount)

    from cut

    union all

    select
        speaking.anchor,
        speaking.segment,
        speaking.driver,
        speaking.driver_class,
        speaking.deal_id,
        speaking.project_id,
        speaking.client_id,
        missed.month,
        speaking.record_id,
        speaking.currency_code,
        missed.contract_amount,
        missed.contribution_amount

    from missed

    inner join speaking
        on
            missed.segment = speaking.segment
            and missed.driver = speaking.driver
            and missed.driver_class = speaking.driver_class
            and missed.deal_id = speaking.deal_id
            and missed.project_id = speaking.project_id
            and missed.month >= speaking.month
            and (
                missed.month < speaking.next_month
                or speaking.next_month is null
            )

)

select * from legged
