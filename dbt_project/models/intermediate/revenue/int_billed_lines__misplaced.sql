{#  Lines that count for another client or in another month than the books say, taken
    out at the one place and put in at the other: first the client, then the month. #}
with

lines as (

    select * from {{ ref('int_billed_lines__legged') }}

    where line_class = 'billed'

),

relations as (

    select * from {{ ref('int_clients__related') }}

),

misfiled as (

    select
        lines.*,
        case
            when relations.client_id is null then 'wrong_client_link'
            else 'client_legal_succession'
        end as driver

    from lines

    left join relations
        on
            lines.customer_client_id = relations.client_id
            and lines.client_id = relations.related_client_id

    where lines.is_reported and lines.customer_client_id != lines.client_id

),

moved as (

    select * from lines

    where month != reported_month

),

misplaced as (

    select
        driver,
        deal_id,
        project_id,
        customer_client_id as client_id,
        reported_month as month,
        record_id,
        -net_amount_reporting as step_amount

    from misfiled

    union all

    select
        driver,
        deal_id,
        project_id,
        client_id,
        reported_month as month,
        record_id,
        net_amount_reporting as step_amount

    from misfiled

    union all

    select
        'date_moved' as driver,
        deal_id,
        project_id,
        client_id,
        reported_month as month,
        record_id,
        -net_amount_reporting as step_amount

    from moved

    where is_reported

    union all

    select
        'date_moved' as driver,
        deal_id,
        project_id,
        client_id,
        month,
        record_id,
        net_amount_reporting as step_amount

    from moved

)

select * from misplaced
