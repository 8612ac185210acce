with

unioned as (

    select * from {{ ref('int_clients__unioned') }}

),

redirects as (

    select * from {{ ref('int_client_redirects__followed') }}

),

targets as (

    select * from {{ ref('int_client_ids__listed') }}

),

references_of_records as (

    select
        record_id,
        unnest(['crm', 'psa', 'accounting']) as target_role,
        unnest([crm_account_id, psa_client_id, accounting_customer_id]) as target_id,
        unnest(['crm_account_id', 'psa_client_id', 'accounting_customer_id']) as field

    from unioned

),

{#  A stated id does not say which of several systems of that role it speaks of: it
    holds where exactly one system knows it. #}
resolved as (

    select
        references_of_records.record_id as left_record,
        targets.record_id as right_record,
        references_of_records.field,
        references_of_records.target_id as stated_id

    from references_of_records

    inner join targets
        on
            references_of_records.target_role = targets.role
            and references_of_records.target_id = targets.known_as
            and references_of_records.record_id != targets.record_id

    window
        same_statement as (
            partition by references_of_records.record_id, references_of_records.field
        )

    qualify
        min(targets.source_system) over same_statement
        = max(targets.source_system) over same_statement

),

{#  Records that ended in one place are one, whether or not that place still answers. #}
families as (

    select
        unioned.record_id,
        unioned.source_record_id,
        coalesce(redirects.new_record_id, unioned.source_record_id) as ended_as,
        first_value(unioned.record_id) over (
            partition by
                unioned.source_system,
                unioned.source_record_type,
                coalesce(redirects.new_record_id, unioned.source_record_id)
            order by
                unioned.source_record_id
                != coalesce(redirects.new_record_id, unioned.source_record_id),
                unioned.record_id
        ) as head_record

    from unioned

    left join redirects
        on
            unioned.source_system = redirects.source_system
            and unioned.source_record_type = redirects.source_record_type
            and unioned.source_record_id = redirects.old_record_id

),

{#  A parent is another company, whatever else agrees: the source keeps them apart. #}
parents as (

    select
        unioned.record_id as left_record,
        targets.record_id as right_record,
        'parent_id' as field,
        unioned.parent_id as stated_id,
        'stated parent' as evidence

    from unioned

    inner join targets
        on
            unioned.source_system = targets.source_system
            and unioned.role = targets.role
            and unioned.parent_id = targets.known_as
            and unioned.record_id != targets.record_id

),

stated as (

    select
        *,
        'stated link' as evidence
    from resolved

    union all

    select
        record_id as left_record,
        head_record as right_record,
        'merged_into' as field,
        ended_as as stated_id,
        'merged at source' as evidence

    from families

    where record_id != head_record

    union all

    select * from parents

)

select * from stated
