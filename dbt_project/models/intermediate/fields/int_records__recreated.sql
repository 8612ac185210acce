with

clients as (

    select * from {{ ref('int_clients__recreated') }}

),

project_records as (

    select * from {{ ref('project_records') }}

    where not is_deleted

),

booked as (

    select
        {{ record_id('source_system', "'project'", 'project_id') }} as record_id,
        psa_project_id

    from {{ ref('int_accounting_projects__unioned') }}

),

project_originals as (

    select
        project_id,
        min(record_id) as original_record_id,
        min(source_record_id) as id_to_write

    from project_records

    where role = 'psa' and link_kind != 'copy'

    group by all

),

person_records as (

    select * from {{ ref('person_records') }}

),

psa_people as (

    select
        {{ record_id('source_system', "'person'", 'person_id') }} as record_id,
        employee_number,
        created_at

    from {{ ref('int_psa_people__unioned') }}

    where coalesce(is_active, true)

),

person_originals as (

    select
        person_id,
        min(record_id) as original_record_id,
        min(source_record_id) as id_to_write

    from person_records

    where role = 'hr'

    group by all

),

found as (

    select
        entity,
        record_id,
        client_id,
        record_name,
        role,
        original_record_id,
        id_to_write,
        match_bits,
        money_at_stake,
        created_at,
        source_system,
        source_record_type,
        source_record_id

    from clients

    union all by name

    select
        'project' as entity,
        project_records.record_id,
        project_records.client_id,
        project_records.record_name,
        project_records.role,
        project_originals.original_record_id,
        project_originals.id_to_write,
        project_records.match_bits,
        project_records.source_system,
        project_records.source_record_type,
        project_records.source_record_id

    from project_records

    inner join booked
        on project_records.record_id = booked.record_id

    inner join project_originals
        on project_records.project_id = project_originals.project_id

    where project_records.role = 'accounting' and booked.psa_project_id is null

    union all by name

    select
        'person' as entity,
        person_records.record_id,
        person_records.record_name,
        person_records.role,
        person_originals.original_record_id,
        person_originals.id_to_write,
        person_records.match_bits,
        psa_people.created_at,
        person_records.source_system,
        person_records.source_record_type,
        person_records.source_record_id

    from person_records

    inner join psa_people
        on person_records.record_id = psa_people.record_id

    inner join person_originals
        on person_records.person_id = person_originals.person_id

    where psa_people.employee_number is null

)

select * from found
