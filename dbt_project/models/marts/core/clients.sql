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

{#  Where records disagree the owner's value counts: sales names the client, accounting
    its legal entity. Within one system the oldest live record speaks. #}
ranked as (

    select
        identified.client_id,
        identified.legal_entity_id,
        unioned.*,
        collapsed.domain as normal_domain,
        {{ owner_rank('unioned.role', ['crm', 'psa', 'accounting']) }} as name_rank,
        {{ owner_rank('unioned.role', ['accounting', 'crm', 'psa']) }} as legal_rank,
        row_number() over (
            partition by identified.client_id
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
        client_id,
        {{ survivor('client_name', 'name_rank') }} as client_name,
        {{ survivor('legal_name', 'legal_rank') }} as legal_name,
        {{ survivor('normal_domain', 'name_rank') }} as domain,
        {{ survivor('upper(country)', 'legal_rank') }} as country,
        {{ survivor('upper(currency_code)', 'legal_rank') }} as currency_code,
        {{ survivor('source_system', 'name_rank', 'client_name') }}
            as client_name_source,
        {{ survivor('source_system', 'legal_rank', 'legal_name') }}
            as legal_name_source,
        count(distinct legal_entity_id) as n_legal_entities,
        count(*) as n_records,
        bool_or(is_intercompany) as is_intercompany,
        bool_and(is_deleted) as is_deleted

    from ranked

    group by all

),

clients as (

    select

        ---------- ids
        client_id,

        ---------- strings
        client_name,
        coalesce(legal_name, client_name) as legal_name,
        domain,
        country,
        currency_code,
        client_name_source,
        legal_name_source,

        ---------- numerics
        n_legal_entities,
        n_records,

        ---------- booleans
        is_intercompany,
        is_deleted

    from survived

)

select * from clients
