{#  For systems without a history of their own. A value that changed between two nights
    is a new version, and the versions before it stay. #}
with

firm as (

    select as_of from {{ source('rules', 'firm') }}

),

tonight as (

    select * from {{ ref('int_field_values__stated') }}

    qualify row_number() over (
        partition by source_system, record_type, source_record_id, column_name
        order by updated_at desc nulls last, stated_value asc
    ) = 1

),

held as (

    {{ last_night({
        'source_system': 'varchar', 'record_type': 'varchar',
        'source_record_id': 'varchar', 'column_name': 'varchar',
        'stated_value': 'varchar', 'version_number': 'integer',
        'seen_after_date': 'date', 'seen_date': 'date', 'last_seen_date': 'date',
        'updated_at': 'timestamp'
    }) }}

),

latest as (

    select * from held

    qualify row_number() over (
        partition by source_system, record_type, source_record_id, column_name
        order by version_number desc
    ) = 1

),

compared as (

    select
        tonight.*,
        latest.version_number as latest_number,
        latest.last_seen_date,
        coalesce(tonight.stated_value = latest.stated_value, false)
        or (tonight.stated_value is null and latest.stated_value is null) as is_same,
        firm.as_of

    from tonight

    cross join firm

    left join latest
        on
            tonight.source_system = latest.source_system
            and tonight.record_type = latest.record_type
            and tonight.source_record_id = latest.source_record_id
            and tonight.column_name = latest.column_name

),

kept as (

    select
        held.* exclude (last_seen_date),
        case
            when compared.is_same then compared.as_of else held.last_seen_date
        end as last_seen_date

    from held

    left join compared
        on
            held.source_system = compared.source_system
            and held.record_type = compared.record_type
            and held.source_record_id = compared.source_record_id
            and held.column_name = compared.column_name
            and held.version_number = compared.latest_number

),

remembered as (

    select
        source_system,
        record_type,
        source_record_id,
        column_name,
        stated_value,
        version_number,
        seen_after_date,
        seen_date,
        last_seen_date,
        updated_at

    from kept

    union all

    select
        source_system,
        record_type,
        source_record_id,
        column_name,
        stated_value,
        cast(coalesce(latest_number, 0) + 1 as integer) as version_number,
        last_seen_date as seen_after_date,
        as_of as seen_date,
        as_of as last_seen_date,
        updated_at

    from compared

    where latest_number is null or not is_same

)

select * from remembered
