with

statements as (

    select * from {{ ref('int_deal_projects__stated') }}

),

named as (

    select * from {{ ref('int_deal_projects__named') }}

),

identified as (

    select * from {{ ref('int_projects__identified') }}

),

found as (

    select
        *,
        'stated' as link_kind,
        25 as match_bits

    from statements

    union all

    select
        *,
        'evidence' as link_kind,
        9 as match_bits

    from named

),

linked as (

    select
        found.source_system,
        found.deal_id,
        identified.project_id,
        max_by(found.link_kind, found.match_bits) as link_kind,
        cast(max(found.match_bits) as decimal(9, 3)) as match_bits,
        string_agg(distinct found.explanation, ' ' order by found.explanation)
            as explanation

    from found

    inner join identified
        on found.project_record = identified.record_id

    group by all

)

select * from linked
