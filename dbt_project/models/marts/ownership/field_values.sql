with

field_values as (

    select * from {{ ref('int_field_values__compared') }}

),

paired as (

    select * from {{ ref('int_field_values__paired') }}

),

collected as (

    select
        entity,
        entity_id,
        stated_field,
        min(field) as field,
        min(owner) as owner_role,
        min(client_id) as client_id,
        string_agg(distinct shown_value, ' | ' order by shown_value) filter (
            where role = 'crm'
        ) as crm_value,
        string_agg(distinct shown_value, ' | ' order by shown_value) filter (
            where role = 'psa'
        ) as psa_value,
        string_agg(distinct shown_value, ' | ' order by shown_value) filter (
            where role = 'accounting'
        ) as accounting_value,
        string_agg(distinct shown_value, ' | ' order by shown_value) filter (
            where role = 'hr'
        ) as hr_value,
        string_agg(distinct shown_value, ' | ' order by shown_value) filter (
            where is_owner
        ) as counting_value,
        count(distinct record_id) as n_records

    from field_values

    group by entity, entity_id, stated_field

),

disagreements as (

    select
        entity,
        entity_id,
        stated_field,
        count(*) as n_different_records

    from paired

    where not is_agreed

    group by all

),

beside_each_other as (

    select

        ---------- ids
        collected.entity,
        collected.entity_id,
        collected.stated_field,
        collected.field,
        collected.client_id,

        ---------- strings
        collected.owner_role,
        collected.counting_value,
        collected.crm_value,
        collected.psa_value,
        collected.accounting_value,
        collected.hr_value,

        ---------- numerics
        collected.n_records,
        coalesce(disagreements.n_different_records, 0) as n_different_records,

        ---------- booleans
        disagreements.entity_id is null as is_agreed

    from collected

    left join disagreements
        on
            collected.entity = disagreements.entity
            and collected.entity_id = disagreements.entity_id
            and collected.stated_field = disagreements.stated_field

)

select * from beside_each_other
