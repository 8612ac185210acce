{#  Only columns that several systems state alike, in groups of linked records. #}
with

facts as (

    select * from {{ ref('int_facts__owned') }}

),

said as (

    select * from {{ ref('int_fact_values__united') }}

),

fact_groups as (

    select * from {{ ref('int_fact_groups__listed') }}

),

compared as (

    select
        fact_groups.group_id,
        fact_groups.client_id,
        facts.entity,
        facts.field,
        facts.fact,
        facts.owner_role,
        facts.compare_rule,
        facts.lag_hours,
        facts.is_owner,
        facts.is_copy,
        said.*,
        {{ comparable('said.stated_value', 'facts.fact', 'facts.compare_rule') }}
            as compared_value

    from said

    inner join facts
        on
            said.role = facts.role
            and said.record_type = facts.record_type
            and said.column_name = facts.column_name

    inner join fact_groups
        on
            said.record_id = fact_groups.record_id
            and (fact_groups.n_groups = 1 or facts.fact != 'contract_value')

),

dated as (

    select
        *,
        lag(stated_value) over saying as old_value,
        lag(compared_value) over saying as compared_before,
        coalesce(lead(valid_from) over saying, timestamp '9999-01-01') as valid_before

    from compared

    window saying as (
        partition by group_id, record_id, column_name order by valid_from, edit_number
    )

)

select * from dated
