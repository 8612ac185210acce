with

firm as (

    select * from {{ source('rules', 'firm') }}

),

found as (

    select * from {{ ref('int_manual_fixes__found') }}

),

told as (

    select

        ---------- ids
        found.habit || ':' || found.source_system || ':' || found.stated_field || ':'
        || found.record_names || ':' || found.happened_at as fix_id,
        found.habit,

        ---------- strings
        found.role,
        found.stated_field,
        found.changed_by,
        found.means,
        found.record_names,
        {{ manual_fix_told('found') }} as sentence,

        ---------- numerics
        found.n_records,
        found.money_at_stake,
        firm.reporting_currency as currency_code,

        ---------- timestamps
        found.happened_at,

        ---------- lineage
        found.source_system

    from found

    cross join firm

)

select * from told
