{#  From the books' own export to what was billed: tax first, on every document, then
    what is no bill, what is filed under another client, and what was moved to another
    month. An invoice whose date lies ahead is not reported yet. #}
with

lines as (

    select * from {{ ref('int_billed_lines__legged') }}

),

misplaced as (

    select * from {{ ref('int_billed_lines__misplaced') }}

),

listed as (

    select
        'accounting_reported' as anchor,
        null as driver,
        deal_id,
        project_id,
        customer_client_id as client_id,
        reported_month as month,
        record_id,
        net_amount_reporting + tax_amount_reporting as step_amount

    from lines

    where is_reported

    union all

    select
        null as anchor,
        'tax' as driver,
        deal_id,
        project_id,
        customer_client_id as client_id,
        reported_month as month,
        record_id,
        -tax_amount_reporting as step_amount

    from lines

    where is_reported

    union all

    select
        null as anchor,
        line_class as driver,
        deal_id,
        project_id,
        customer_client_id as client_id,
        reported_month as month,
        record_id,
        -net_amount_reporting as step_amount

    from lines

    where line_class != 'billed' and is_reported

    union all

    select
        null as anchor,
        driver,
        deal_id,
        project_id,
        client_id,
        month,
        record_id,
        step_amount

    from misplaced

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
