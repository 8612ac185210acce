with

echoes as (

    select * from {{ ref('int_fact_edits__echoed') }}

),

counted as (

    select
        entity,
        field,
        fact as stated_field,
        from_system,
        to_system,
        from_role,
        to_role,
        owner_role,
        bool_or(is_from_owner and is_into_copy) as is_declared,
        bool_or(is_into_owner) as is_reverse,
        count(*) as n_edits,
        count(*) filter (where means = 'integration') as n_integration_edits,
        cast(round(median(lag_hours), 2) as decimal(18, 2)) as median_lag_hours,
        max(changed_at) as last_changed_at

    from echoes

    group by all

),

opposite as (

    select * from counted

),

drawn as (

    select

        ---------- ids
        counted.entity,
        counted.field,
        counted.stated_field,
        counted.from_system,
        counted.to_system,

        ---------- strings
        counted.from_role,
        counted.to_role,
        counted.owner_role,
        case
            when opposite.entity is not null then 'two_way'
            when counted.is_reverse then 'reverse'
            when counted.is_declared then 'declared'
            else 'undeclared'
        end as edge_kind,

        ---------- numerics
        counted.n_edits,
        counted.n_integration_edits,
        counted.median_lag_hours,

        ---------- booleans
        counted.is_declared,

        ---------- timestamps
        counted.last_changed_at

    from counted

    left join opposite
        on
            counted.stated_field = opposite.stated_field
            and counted.from_system = opposite.to_system
            and counted.to_system = opposite.from_system

)

select * from drawn
