{#  A value that comes back twice within a month while two systems write it goes in
    circles. A field that two systems were seen to tell each other is one loop waiting
    to happen. Values written again unchanged are noise, counted apart. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

writes as (

    select
        *,
        (compared_value is not distinct from compared_before) as is_rewrite

    from {{ ref('int_fact_values__dated') }}

    where edit_id is not null

),

valued as (

    select * from {{ ref('int_client_records__valued') }}

),

clients as (

    select * from {{ ref('int_clients__identified') }}

),

worth as (

    select
        clients.client_id,
        sum(valued.worth_amount) as worth_amount

    from valued

    inner join clients
        on valued.record_id = clients.record_id

    group by all

),

circled as (

    select * from {{ ref('int_fact_values__circled') }}

),

told as (

    select
        writes.group_id,
        writes.fact,
        min(writes.entity) as entity,
        min(writes.field) as field,
        min(writes.client_id) as client_id,
        min(writes.owner_role) as owner_role,
        count(distinct writes.source_system) filter (where not writes.is_rewrite)
            as n_systems,
        count(*) filter (where not writes.is_rewrite) as n_edits,
        count(*) filter (where writes.is_rewrite) as n_rewrites,
        string_agg(
            distinct coalesce(writes.changed_by, writes.source_system), ', '
            order by coalesce(writes.changed_by, writes.source_system)
        ) as writers,
        max_by(writes.stated_value, (writes.valid_from, writes.edit_id)) as last_value,
        max(writes.valid_from) as last_changed_at

    from writes

    group by all

),

looped as (

    select

        ---------- ids
        told.entity,
        told.field,
        told.fact as stated_field,
        told.group_id as entity_id,
        told.client_id,

        ---------- strings
        told.owner_role,
        told.writers,
        case told.fact
            when 'tax_id' then {{ tax_id_masked('told.last_value') }}
            else told.last_value
        end as last_value,
        'The ' || replace(told.fact, '_', ' ') || ' of one ' || told.entity
        || ' came back ' || circled.n_cycles || ' times. Let only '
        || {{ system_told('told.owner_role') }}
        || ' write it, and stop the other direction. Do not correct the value before.'
            as sentence,

        ---------- numerics
        circled.n_cycles,
        told.n_edits,
        told.n_rewrites,
        told.n_systems,
        circled.period_hours,
        cast(
            case told.fact
                when 'contract_value' then coalesce(worth.worth_amount, 0) else 0
            end as decimal(18, 2)
        ) as money_at_stake,
        firm.reporting_currency as currency_code,

        ---------- timestamps
        told.last_changed_at

    from told

    cross join firm

    inner join circled
        on told.group_id = circled.group_id and told.fact = circled.fact

    left join worth
        on told.client_id = worth.client_id

    where circled.n_cycles >= 2 and told.n_systems >= 2

)

select * from looped
