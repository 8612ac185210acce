{#  Each record's part on each leg, cut and converted by running totals. #}
with

amounts as (

    select * from {{ ref('int_project_amounts__listed') }}

),

legs as (

    select * from {{ ref('int_projects__legged') }}

),

running as (

    select
        *,
        sum(amount) over (
            partition by anchor, segment, driver, driver_class, project_id
            order by month, record_id
            rows between unbounded preceding and current row
        ) as amount_to

    from amounts

),

cut as (

    select
        running.anchor,
        running.segment,
        running.driver,
        running.driver_class,
        legs.deal_id,
        running.project_id,
        legs.client_id,
        running.month,
        running.record_id,
        legs.currency_code,
        legs.exchange_rate,
        running.amount,
        {{ leg_of('running.amount_to', 'legs') }} as contract_to,
        {{ leg_of('(running.amount_to - running.amount)', 'legs') }} as contract_from

    from running

    inner join legs
        on running.project_id = legs.project_id

),

valued as (

    select
        * exclude (contract_to, contract_from, exchange_rate),
        contract_to - contract_from as contract_amount,
        {{ converted('contract_to', 'exchange_rate') }}
        - {{ converted('contract_from', 'exchange_rate') }} as contribution_amount

    from cut

)

select * from valued
