{#  Where a record went that its own system merged away: through every later merge, to
    the record that was merged no further. In a cycle, to the smallest id of it. #}
with recursive

accounts as (

    select * from {{ ref('int_crm_accounts__unioned') }}

    where merged_into_account_id is not null

),

customers as (

    select * from {{ ref('int_accounting_customers__unioned') }}

    where merged_into_customer_id is not null

),

crm_redirects as (

    select * from {{ ref('int_crm_redirects__unioned') }}

    where record_type = 'account'

),

accounting_redirects as (

    select * from {{ ref('int_accounting_redirects__unioned') }}

    where record_type = 'customer'

),

steps as (

    select
        source_system,
        'account' as source_record_type,
        account_id as from_id,
        merged_into_account_id as to_id

    from accounts

    union

    select
        source_system,
        'customer' as source_record_type,
        customer_id as from_id,
        merged_into_customer_id as to_id

    from customers

    union

    select
        source_system,
        record_type as source_record_type,
        old_record_id as from_id,
        new_record_id as to_id

    from crm_redirects

    union

    select
        source_system,
        record_type as source_record_type,
        old_record_id as from_id,
        new_record_id as to_id

    from accounting_redirects

),

{#  Reaching the same record twice adds nothing, so a cycle ends by itself. #}
reached as (

    select * from steps

    union

    select
        reached.source_system,
        reached.source_record_type,
        reached.from_id,
        steps.to_id

    from reached

    inner join steps
        on
            reached.source_system = steps.source_system
            and reached.source_record_type = steps.source_record_type
            and reached.to_id = steps.from_id

),

{#  A record that was merged no further comes before one that was. #}
followed as (

    select
        reached.source_system,
        reached.source_record_type,
        reached.from_id as old_record_id,
        min_by(
            reached.to_id,
            (steps.from_id is not null, reached.to_id)
        ) as new_record_id,
        bool_and(steps.from_id is not null) as is_cycle

    from reached

    left join steps
        on
            reached.source_system = steps.source_system
            and reached.source_record_type = steps.source_record_type
            and reached.to_id = steps.from_id

    group by all

)

select * from followed
