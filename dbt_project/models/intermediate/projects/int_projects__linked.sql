with

projects as (

    select * from {{ ref('int_projects__unioned') }}

),

psa_projects as (

    select * from projects

    where role = 'psa'

),

accounting_projects as (

    select * from projects

    where role = 'accounting'

),

stated as (

    select
        accounting_projects.record_id,
        psa_projects.record_id as psa_record,
        'stated' as link_kind,
        25 as match_bits,
        'Accounting names ' || psa_projects.record_id || ' as this project.' as explanation

    from accounting_projects

    inner join psa_projects
        on accounting_projects.psa_project_id = psa_projects.source_record_id

),

coded as (

    select
        accounting_projects.record_id,
        psa_projects.record_id as psa_record,
        'code' as link_kind,
        12 as match_bits,
        'Its name holds the project code ' || psa_projects.project_code || '.' as explanation

    from accounting_projects

    inner join psa_projects
        on {{ holds_code('accounting_projects.project_name', 'psa_projects.project_code') }}

),

named as (

    select
        accounting_projects.record_id,
        psa_projects.record_id as psa_record,
        'evidence' as link_kind,
        9 as match_bits,
        'Same client and same name as ' || psa_projects.record_id || '.' as explanation

    from accounting_projects

    inner join psa_projects
        on
            accounting_projects.client_group = psa_projects.client_group
            and accounting_projects.name_key = psa_projects.name_key

),

found as (

    select * from stated
    union all
    select * from coded
    union all
    select * from named

),

linked as (

    select * from found

    qualify row_number() over (
        partition by record_id
        order by match_bits desc, psa_record
    ) = 1

)

select * from linked
