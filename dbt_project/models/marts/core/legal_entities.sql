with

unioned as (

    select * from {{ ref('int_clients__unioned') }}

),

identified as (

    select * from {{ ref('int_clients__identified') }}

),

collapsed as (

    select * from {{ ref('int_clients__collapsed') }}

),

decisions as (

    select * from {{ source('rules', 'identity_decisions') }}

    where entity = 'client' and decision = 'succeeds'

),

ranked as (

    select
        identified.client_id,
        identified.legal_entity_id,
        unioned.*,
        collapsed.tax_id as valid_tax_id,
        {{ owner_rank('unioned.role', ['accounting', 'crm', 'psa']) }} as legal_rank,
        row_number() over (
            partition by identified.legal_entity_id
            order by
                unioned.is_deleted, unioned.created_at nulls last, unioned.record_id
        ) as age_rank

    from unioned

    inner join identified
        on unioned.record_id = identified.record_id

    inner join collapsed
        on unioned.record_id = collapsed.record_id

),

survived as (

    select
        legal_entity_id,
        client_id,
        {{ survivor('coalesce(legal_name, client_name)', 'legal_rank') }} as legal_name,
        {{ survivor('source_system', 'legal_rank') }} as legal_name_source,
        {{ survivor('valid_tax_id', 'legal_rank') }} as tax_id,
        {{ survivor('source_system', 'legal_rank', 'valid_tax_id') }} as tax_id_source,
        {{ survivor('upper(country)', 'legal_rank') }} as country,
        count(*) as n_records

    from ranked

    group by all

),

{#  One entity follows the other on the day a person said, under one client. #}
successions as (

    select
        successors.legal_entity_id as successor_id,
        predecessors.legal_entity_id as predecessor_id,
        min(decisions.valid_from) as from_date

    from decisions

    inner join identified as successors
        on decisions.left_record = successors.record_id

    inner join identified as predecessors
        on decisions.right_record = predecessors.record_id

    group by all

),

begun as (

    select
        successor_id,
        min(from_date) as valid_from
    from successions
    group by all

),

ended as (

    select
        predecessor_id,
        max(from_date) as valid_to
    from successions
    group by all

),

legal_entities as (

    select

        ---------- ids
        survived.legal_entity_id,
        survived.client_id,

        ---------- strings
        survived.legal_name,
        survived.legal_name_source,
        keyed_hash(survived.tax_id) as tax_id_hash,
        right(survived.tax_id, 3) as tax_id_ending,
        survived.tax_id_source,
        survived.country,

        ---------- numerics
        survived.n_records,

        ---------- dates
        begun.valid_from,
        ended.valid_to

    from survived

    left join begun
        on survived.legal_entity_id = begun.successor_id

    left join ended
        on survived.legal_entity_id = ended.predecessor_id

)

select * from legal_entities
