with

scored as (

    select * from {{ ref('int_projects__scored') }}

    where band = 'automatic'

),

{#  An accounting project stands for one PSA project: the one with most evidence. #}
linked as (

    select
        right_record as record_id,
        left_record as psa_record,
        case strongest_evidence
            when 'stated link' then 'stated'
            when 'project code' then 'code'
            when 'decision' then 'decision'
            else 'evidence'
        end as link_kind,
        match_bits,
        'Stands for ' || left_record || ': ' || explanation || '.' as explanation

    from scored

    qualify row_number() over (
        partition by right_record
        order by match_bits desc, left_record asc
    ) = 1

)

select * from linked
