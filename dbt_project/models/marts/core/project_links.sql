with

weighed as (

    select * from {{ ref('int_projects__weighed') }}

),

scored as (

    select * from {{ ref('int_projects__scored') }}

),

project_links as (

    select

        ---------- ids
        weighed.left_record,
        weighed.right_record,

        ---------- strings
        weighed.evidence,
        weighed.level,
        weighed.left_value,
        weighed.right_value,
        scored.band,

        ---------- numerics
        cast(weighed.bits as decimal(15, 12)) as bits,
        cast(row_number() over (
            partition by weighed.left_record, weighed.right_record
            order by abs(weighed.bits) desc, weighed.evidence, weighed.level asc
        ) as integer) as position

    from weighed

    inner join scored
        on
            weighed.left_record = scored.left_record
            and weighed.right_record = scored.right_record

)

select * from project_links
