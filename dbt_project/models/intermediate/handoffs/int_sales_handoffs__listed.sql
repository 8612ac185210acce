{#  From a won deal to its project, and what the project took over from it. Copies of
    deals, and deals that need no project, hand nothing over. #}
with

deals as (

    select * from {{ ref('deals') }}

    where is_won and not is_copy and not is_deleted

),

divided as (

    select * from {{ ref('int_deals__divided') }}

),

opened as (

    select * from {{ ref('int_deals__opened') }}

    where missing_amount != 0

),

deal_projects as (

    select * from {{ ref('deal_projects') }}

),

projects as (

    select * from {{ ref('projects') }}

),

made as (

    select
        {{ record_id('source_system', "'project'", 'project_id') }} as record_id,
        {{ local_date('created_at') }} as created_date,
        coalesce(is_at_risk, false) as is_at_risk

    from {{ ref('int_psa_projects__unioned') }}

),

wins as (

    select
        {{ record_id('source_system', "'deal'", 'deal_id') }} as deal_id,
        min({{ local_date('entered_at') }}) as first_won_date,
        count(*) as n_wins

    from {{ ref('int_crm_stage_history__unioned') }}

    where
        stage in (
            select stages.stage

            from {{ source('rules', 'stages') }} as stages

            where stages.meaning = 'won'
        )

    group by all

),

set_up as (

    select
        deal_projects.deal_id,
        count(*) as n_done,
        min(made.created_date) as first_date,
        max(made.created_date) as last_date,
        bool_and(made.is_at_risk) as is_at_risk,
        bool_or(projects.client_id != deals.client_id) as is_other_client,
        bool_or(projects.currency_code != deals.currency_code) as is_other_currency,
        bool_or(projects.start_date is null) as is_without_start,
        min(projects.project_id) as project_id,
        max_by(projects.record_id, (made.created_date, projects.record_id))
            as done_record_id

    from deal_projects

    inner join deals
        on deal_projects.deal_id = deals.deal_id

    inner join projects
        on deal_projects.project_id = projects.project_id

    inner join made
        on projects.record_id = made.record_id

    group by all

),

listed as (

    select
        'deal_to_project' as event,
        deals.deal_id as record_id,
        deals.source_system,
        deals.client_id,
        set_up.project_id,
        deals.deal_name as subject,
        least(coalesce(wins.first_won_date, deals.close_date), deals.close_date)
            as triggered_date,
        case when opened.deal_id is null then set_up.last_date end as done_date,
        set_up.done_record_id,
        coalesce(set_up.n_done, 0) as n_done,
        coalesce(set_up.n_done, 0)
        + case when opened.deal_id is null then 0 else 1 end as n_required,
        coalesce(wins.n_wins, 1) as n_triggers,
        coalesce(set_up.first_date < deals.close_date and not set_up.is_at_risk, false)
        and coalesce(wins.n_wins, 1) = 1 as is_out_of_order,
        nullif(concat_ws(
            ', ',
            case when set_up.is_other_client then 'another client' end,
            case when set_up.is_other_currency then 'another currency' end,
            case when set_up.is_without_start then 'no start date' end
        ), '') as mismatch,
        coalesce(opened.missing_amount, deals.expected_amount) as handed_amount,
        deals.currency_code

    from deals

    inner join divided
        on deals.deal_id = divided.deal_id

    left join opened
        on deals.deal_id = opened.deal_id

    left join wins
        on deals.deal_id = wins.deal_id

    left join set_up
        on deals.deal_id = set_up.deal_id

    where divided.deliverable_amount > 0

)

select * from listed
