"""Every source should be loaded in time, to the end, and go on answering."""

from pipelines.checks.suite import Claim, Suite

SUITE = Suite(
    name="stale_systems",
    claims=(
        Claim("loaded_in_time", "A source was loaded within its limit of hours."),
        Claim("loaded_completely", "A source answered every page of every table."),
        Claim("loaded_every_column", "No column of a source waits for its class."),
        Claim("answers_next_year", "No source has said that its answers will end."),
    ),
    reads="""
with held as (
    select
        source_system,
        string_agg(table_name || '.' || column_name, ', '
            order by table_name, column_name) as columns
    from quality.held_columns
    group by all
),
ending as (
    select
        source_system,
        string_agg(resource, ', ' order by resource) as resources,
        min(ends_on) as ends_on
    from quality.endings
    group by all
),
ages as (
    select
        sources.*,
        date_diff('hour', sources.last_loaded_at, firm.run_at) as age_hours,
        firm.reporting_currency
    from quality.sources as sources
    cross join rules.firm as firm
),
judged as (
    select
        'loaded_in_time' as claim,
        *,
        case
            when last_loaded_at is null
                then source_system || ' was never loaded. Check its connection.'
            when age_hours > limit_hours
                then source_system || ' data is ' || age_hours || ' hours old, and '
                    || limit_hours || ' is the limit. Load it again.'
        end as sentence
    from ages
    union all
    select
        'loaded_completely' as claim,
        *,
        case
            when not coalesce(is_complete, false)
                then source_system || ' did not answer completely last night. '
                    || 'Load it again; last good records are shown.'
        end as sentence
    from ages
    union all
    select
        'loaded_every_column' as claim,
        ages.*,
        ages.source_system || ' tells ' || held.columns || ', which nobody called '
            || 'public or personal: not loaded. Take it out of the file, or give it a '
            || 'column and a class in rules.column_classes.' as sentence
    from ages
    left join held on ages.source_system = held.source_system
    union all
    select
        'answers_next_year' as claim,
        ages.*,
        ages.source_system || coalesce(
            ' answers about ' || ending.resources || ' as it is asked today only until '
                || ending.ends_on,
            ' says that its answers about ' || ending.resources || ' will end'
        ) || '. Update Plumbline before that, or ask the vendor what takes its place.'
            as sentence
    from ages
    left join ending on ages.source_system = ending.source_system
)
select
    claim,
    source_system || ':source:' || source_system as record_id,
    '' as subject,
    source_system,
    'source' as source_record_type,
    source_system as source_record_id,
    cast(null as varchar) as client_id,
    sentence,
    case claim
        when 'loaded_every_column' then 'warning'
        when 'answers_next_year' then 'warning'
        else 'critical'
    end as severity,
    case role
        when 'crm' then 'sales' when 'psa' then 'delivery'
        when 'accounting' then 'finance' else 'people'
    end as owner_role,
    role as fix_in,
    cast(0 as decimal(18, 2)) as money_at_stake,
    reporting_currency as currency_code
from judged
""",
)
