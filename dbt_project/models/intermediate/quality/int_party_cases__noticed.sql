{#  Clients and people that show an edge case. #}
with

relations as (

    select * from {{ ref('client_relations') }}

),

misplaced as (

    select
        record_id,
        min(client_id) as client_id,
        max(client_id) as other_client_id

    from {{ ref('int_billed_lines__misplaced') }}

    where driver = 'client_legal_succession'

    group by all

    having min(client_id) != max(client_id)

),

edits as (

    select * from {{ ref('field_edits') }}

    where not is_rewrite

),

id_events as (

    select * from {{ ref('client_id_history') }}

),

persons as (

    select
        *,
        count(*) filter (where role = 'hr') over (partition by person_id)
            as n_employments,
        min(person_id) over (partition by lower(record_name)) as first_of_name

    from {{ ref('person_records') }}

    where role in ('psa', 'hr')

),

seen as (

    select
        'legal_entity_changes' as edge_case,
        record_id

    from relations

    where relation = 'succeeds'

    union all

    select
        'reseller' as edge_case,
        misplaced.record_id

    from misplaced

    inner join relations
        on
            misplaced.client_id
            = least(relations.client_id, relations.related_client_id)
            and misplaced.other_client_id
            = greatest(relations.client_id, relations.related_client_id)

    where relations.relation != 'succeeds'

    union all

    select
        case stated_field
            when 'billing_type' then 'billing_structure_changes'
            else 'client_renamed'
        end as edge_case,
        record_id

    from edits

    where
        (stated_field = 'billing_type' and source_record_type = 'project')
        or (stated_field in ('account_name') and old_value is not null)

    union all

    select
        'clients_merge' as edge_case,
        client_id as record_id

    from id_events

    where event = 'merged_into'

    union all

    select
        case
            when n_employments > 1 then 'rehire'
            when n_employments = 0 then 'contractor'
            else 'same_name'
        end as edge_case,
        record_id

    from persons

    where n_employments != 1 or person_id != first_of_name

)

select distinct
    edge_case,
    record_id

from seen
