with

deliveries as (

    select * from {{ ref('int_deliveries__dated') }}

),

projects as (

    select * from {{ ref('int_projects__planned') }}

),

monthly as (

    select
        project_id,
        role,
        month,
        sum(delivered_amount) as delivered_amount,
        sum(delivered_hours) as delivered_hours

    from deliveries

    group by all

),

delivered as (

    select

        ---------- ids
        monthly.project_id,
        projects.record_id,

        ---------- strings
        monthly.role,
        monthly.month,
        projects.delivery_method,
        projects.currency_code,

        ---------- numerics
        monthly.delivered_amount,
        monthly.delivered_hours

    from monthly

    inner join projects
        on monthly.project_id = projects.project_id

)

select * from delivered
