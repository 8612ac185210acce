{#  From a month's work to the ledger: work is recognised in the first month from its
    own on in which the ledger earns anything of the project. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

delivered as (

    select
        project_id,
        month,
        min(record_id) as record_id,
        min(currency_code) as currency_code,
        sum(delivered_amount) as delivered_amount

    from {{ ref('delivered_revenue') }}

    group by all

),

recognised as (

    select
        project_id,
        month

    from {{ ref('actual_revenue') }}

    where recognised_amount != 0

    group by all

),

projects as (

    select * from {{ ref('projects') }}

),

months as (

    select * from {{ ref('int_months__counted') }}

),

earned as (

    select
        delivered.project_id,
        delivered.month,
        min(recognised.month) as first_month

    from delivered

    inner join recognised
        on
            delivered.project_id = recognised.project_id
            and delivered.month <= recognised.month

    group by all

),

listed as (

    select
        'work_to_recognised' as event,
        delivered.record_id || '/' || delivered.month as record_id,
        projects.source_system,
        projects.client_id,
        delivered.project_id,
        projects.project_name || ' in ' || delivered.month as subject,
        worked.last_day as triggered_date,
        case
            when earned.first_month = delivered.month then worked.last_day
            else posted.last_past_day
        end as done_date,
        abs(delivered.delivered_amount) as handed_amount,
        delivered.currency_code

    from delivered

    cross join firm

    inner join projects
        on delivered.project_id = projects.project_id

    inner join months as worked
        on delivered.month = worked.month

    left join earned
        on
            delivered.project_id = earned.project_id
            and delivered.month = earned.month

    left join months as posted
        on earned.first_month = posted.month

    where delivered.delivered_amount != 0 and worked.last_day <= firm.as_of

)

select * from listed
