with

entries as (

    select * from {{ ref('int_time_entries__valued') }}

),

described as (

    select

        ---------- ids
        record_id as time_entry_id,
        project_id,
        person_id as source_person_id,

        ---------- strings
        role,
        month,
        non_billable_reason,
        approved_by,

        ---------- numerics
        hours as delivered_hours,
        bill_rate,
        work_amount,

        ---------- booleans
        is_billable,

        ---------- dates
        work_date,
        submitted_date,
        approved_date,

        ---------- lineage
        split_part(record_id, ':', 1) as source_system,
        'time_entry' as source_record_type,
        source_record_id

    from entries

)

select * from described
