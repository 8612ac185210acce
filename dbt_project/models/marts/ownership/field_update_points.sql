with

field_edits as (

    select * from {{ ref('field_edits') }}

    where not is_rewrite

),

counted as (

    select
        entity,
        field,
        source_system,
        means,
        role,
        owner_role,
        is_in_owner,
        count(*) as n_edits,
        count(distinct record_id) as n_records,
        count(distinct changed_by) filter (where means = 'person') as n_people,
        max(changed_at) as last_changed_at

    from field_edits

    group by all

),

shared as (

    select

        ---------- ids
        entity,
        field,
        source_system,
        means,

        ---------- strings
        role,
        owner_role,

        ---------- numerics
        n_edits,
        n_records,
        n_people,
        cast(sum(n_edits) over (partition by entity, field) as bigint)
            as n_edits_of_field,
        cast(coalesce(
            sum(n_edits) filter (where is_in_owner) over (partition by entity, field), 0
        ) as bigint) as n_edits_in_owner,
        cast(round(
            cast(coalesce(
                sum(n_edits) filter (where is_in_owner)
                    over (partition by entity, field),
                0
            ) as decimal(18, 6))
            / sum(n_edits) over (partition by entity, field),
            6
        ) as decimal(9, 6)) as owner_edit_share,

        ---------- booleans
        is_in_owner,

        ---------- timestamps
        last_changed_at

    from counted

)

select * from shared
