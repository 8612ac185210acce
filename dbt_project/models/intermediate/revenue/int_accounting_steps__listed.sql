{#  From the books' own export to what was billed: tax first, on every document, then
    what is no bill, then what is filed under another client. #}
with

lines as (

    select * from {{ ref('int_billed_lines__legged') }}

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

    where lines.line_class = 'billed' and lines.customer_client_id != lines.client_id

),

listed as (

    select
        'accounting_reported' as anchor,
        null as driver,
        deal_id,
        project_id,
        customer_client_id as client_id,
        month,
        record_id,
        net_amount_reporting + tax_amount_reporting as step_amount

    from lines

    union all

    select
        null as anchor,
        'tax' as driver,
        deal_id,
        project_id,
        customer_client_id as client_id,
        month,
        record_id,
        -tax_amount_reporting as step_amount

    from lines

    union all

    select
        null as anchor,
        line_class as driver,
        deal_id,
        project_id,
        customer_client_id as client_id,
        month,
        record_id,
        -net_amount_reporting as step_amount

    from lines

    where line_class != 'billed'

    union all

    select
        null as anchor,
        driver,
        deal_id,
        project_id,
        customer_client_id as client_id,
        month,
        record_id,
        -net_amount_reporting as step_amount

    from misfiled

    union all

    select
        null as anchor,
        driver,
        deal_id,
        project_id,
        client_id,
        month,
        record_id,
        net_amount_reporting as step_amount

    from misfiled

    union all

    select
        'billed' as anchor,
        null as driver,
        deal_id,
        project_id,
        client_id,
        month,
        record_id,
        net_amount_reporting as step_amount

    from lines

    where line_class = 'billed'

)

select * from listed

where step_amount != 0
