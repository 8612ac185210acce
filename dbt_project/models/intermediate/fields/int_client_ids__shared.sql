{#  Which records of other systems a client's record should name. The account in the CRM
    comes first; books and PSA are then tied through it. Copies are merged, not linked. #}
with

ranked as (

    select * from {{ ref('int_client_records__ranked') }}

    where source_record_id = survivor_id

),

unioned as (

    select * from {{ ref('int_clients__unioned') }}

    where not is_intercompany

),

records as (

    select ranked.* from ranked

    inner join unioned
        on ranked.record_id = unioned.record_id

),

stated as (

    select distinct
        left_record,
        right_record

    from {{ ref('int_client_links__stated') }}

),

tied as (

    select
        left_record as record_id,
        right_record as other_record_id

    from stated

    union

    select
        right_record as record_id,
        left_record as other_record_id

    from stated

),

through as (

    select distinct
        tied.record_id,
        further.other_record_id

    from tied

    inner join tied as further
        on tied.other_record_id = further.record_id

    where tied.record_id != further.other_record_id

),

paired as (

    select
        records.*,
        targets.role as target_role,
        targets.source_system as target_system,
        targets.record_id as target_record_id,
        targets.source_record_id as target_id,
        (
            targets.legal_entity_id != records.legal_entity_id,
            -targets.worth_amount,
            targets.record_id
        ) as target_rank,
        naming.left_record is not null as is_naming,
        named.left_record is not null as is_named,
        through.record_id is not null as is_through

    from records

    inner join records as targets
        on
            records.client_id = targets.client_id
            and (
                (records.role in ('psa', 'accounting') and targets.role = 'crm')
                or (records.role = 'accounting' and targets.role = 'psa')
            )

    left join stated as naming
        on
            records.record_id = naming.left_record
            and targets.record_id = naming.right_record

    left join stated as named
        on
            records.record_id = named.right_record
            and targets.record_id = named.left_record

    left join through
        on
            records.record_id = through.record_id
            and targets.record_id = through.other_record_id

),

shared as (

    select
        'client' as entity,
        record_id,
        client_id,
        client_name as record_name,
        source_system,
        source_record_type,
        source_record_id,
        role,
        target_role,
        target_system,
        min_by(target_record_id, target_rank) as target_record_id,
        min_by(target_id, target_rank) as target_id,
        bool_or(is_naming) as is_naming,
        bool_or(is_named) as is_named,
        bool_or(is_through) as is_through,
        min(worth_amount) as money_at_stake

    from paired

    group by all

)

select * from shared
