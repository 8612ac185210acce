{#  A fact is what columns of different systems state alike. What was sold is the CRM's;
    the PSA's budget answers another question, and stands beside it only to show when one
    was copied from the other. #}
with

field_columns as (

    select * from {{ ref('field_columns') }}

    where fact is not null

),

field_owners as (

    select * from {{ ref('field_owners') }}

),

owned as (

    select
        field_columns.role,
        field_columns.record_type,
        field_columns.column_name,
        field_columns.entity,
        field_columns.field,
        field_columns.fact,
        field_owners.owner as owner_role,
        field_owners.compare_rule,
        field_owners.lag_hours,
        case field_columns.fact
            when 'contract_value' then field_columns.role = 'crm'
            else field_columns.role = field_owners.owner
        end as is_owner,
        case field_columns.fact
            when 'contract_value' then field_columns.role = 'psa'
            else
                ' ' || coalesce(field_owners.referenced_by, '') || ' '
                like '% ' || field_columns.role || ' %'
        end as is_copy

    from field_columns

    inner join field_owners
        on
            field_columns.entity = field_owners.entity
            and field_columns.field = field_owners.field

)

select * from owned
