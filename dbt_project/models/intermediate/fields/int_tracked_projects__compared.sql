{#  What a list says of a project of the PSA; what is empty there says nothing. #}
with

projects as (

    select
        source_system || ':project:' || project_id as record_id,
        cast(start_date as varchar) as start_date,
        cast(end_date as varchar) as end_date,
        cast(baseline_amount as varchar) as baseline_budget,
        lower(status) as status,
        lower(billing_type) as billing_type

    from {{ ref('int_psa_projects__unioned') }}

),

told as (

    select * from projects

    unpivot (
        stated_value for stated_field in (
            start_date, end_date, baseline_budget, status, billing_type
        )
    )

),

tracked as (

    select * from {{ ref('int_records__tracked') }}

    where entity = 'project' and official_record_id is not null

),

compared as (

    select
        tracked.record_id,
        listed.stated_field,
        listed.stated_value as listed_value,
        official.stated_value as official_value

    from tracked

    inner join told as listed
        on tracked.record_id = listed.record_id

    left join told as official
        on
            tracked.official_record_id = official.record_id
            and listed.stated_field = official.stated_field

    where listed.stated_value is distinct from official.stated_value

)

select * from compared
