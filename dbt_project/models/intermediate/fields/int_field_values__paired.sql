with

field_values as (

    select * from {{ ref('int_field_values__compared') }}

),

acceptable as (

    select * from field_values

    where is_owner or stated_field = 'legal_name'

),

copies as (

    select * from field_values

    where is_copy and not is_owner

),

{#  An owner with two records is forgiven when one of them agrees: which of them is the
    client is the question of the duplicate checks. The books' customer name may be the
    legal name, since invoices carry it. #}
paired as (

    select
        copies.entity,
        copies.entity_id,
        copies.client_id,
        copies.field,
        copies.stated_field,
        copies.owner,
        copies.role,
        copies.record_id,
        copies.source_system,
        copies.source_record_type,
        copies.source_record_id,
        acceptable.stated_field as owner_field,
        acceptable.record_id as owner_record_id,
        acceptable.shown_value as owner_value,
        copies.shown_value as copy_value,
        greatest(acceptable.updated_at, copies.updated_at) as last_updated_at,
        {{ values_agree(
            'copies.compare_rule', 'acceptable.compared_value', 'copies.compared_value'
        ) }} as is_agreed

    from copies

    inner join acceptable
        on
            copies.entity = acceptable.entity
            and copies.entity_id = acceptable.entity_id
            and (
                (acceptable.is_owner and copies.stated_field = acceptable.stated_field)
                or (
                    copies.role = 'accounting'
                    and copies.stated_field = 'client_name'
                    and acceptable.stated_field = 'legal_name'
                )
            )

    qualify row_number() over (
        partition by copies.record_id, copies.entity_id, copies.stated_field
        order by
            is_agreed desc,
            copies.stated_field = acceptable.stated_field desc,
            acceptable.updated_at desc nulls last,
            acceptable.record_id asc
    ) = 1

),

owned as (

    select * from paired

    where is_agreed or owner_field = stated_field

)

select * from owned
