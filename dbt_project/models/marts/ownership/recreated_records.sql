with

firm as (

    select * from {{ source('rules', 'firm') }}

),

found as (

    select
        *,
        case entity when 'client' then 'crm' when 'project' then 'psa' else 'hr' end
            as creating_role

    from {{ ref('int_records__recreated') }}

),

told as (

    select

        ---------- ids
        found.record_id,
        found.original_record_id,
        found.client_id,
        found.id_to_write,

        ---------- strings
        found.entity,
        found.record_name,
        found.role,
        found.creating_role,
        found.record_name || ' (' || found.source_record_id || ') was entered again in '
        || {{ system_told('found.role') }} || '. Write ' || found.id_to_write
        || ' into it there. Do not create it in '
        || {{ system_told('found.creating_role') }} || ' again.' as sentence,

        ---------- numerics
        found.match_bits,
        cast(coalesce(found.money_at_stake, 0) as decimal(18, 2)) as money_at_stake,
        firm.reporting_currency as currency_code,

        ---------- timestamps
        found.created_at,

        ---------- lineage
        found.source_system,
        found.source_record_type,
        found.source_record_id

    from found

    cross join firm

)

select * from told
