with

unioned as (

    select * from {{ ref('int_clients__unioned') }}

),

references_of_records as (

    select
        record_id,
        source_system,
        role,
        unnest(['crm', 'psa', 'accounting', role]) as target_role,
        unnest([
            crm_account_id, psa_client_id, accounting_customer_id, merged_into_id
        ]) as target_id,
        unnest([
            'crm_account_id', 'psa_client_id', 'accounting_customer_id', 'merged_into'
        ]) as field

    from unioned

),

{#  A stated id does not say which of several systems of that role it speaks of: it
    holds where exactly one knows it. Records of one system merge inside that system. #}
resolved as (

    select
        references_of_records.record_id as left_record,
        unioned.record_id as right_record,
        references_of_records.field,
        references_of_records.target_id as stated_id

    from references_of_records

    inner join unioned
        on
            references_of_records.target_role = unioned.role
            and references_of_records.target_id = unioned.source_record_id
            and references_of_records.record_id != unioned.record_id
            and (
                references_of_records.field != 'merged_into'
                or references_of_records.source_system = unioned.source_system
            )

    qualify count(*) over (
        partition by references_of_records.record_id, references_of_records.field
    ) = 1

)

select * from resolved
