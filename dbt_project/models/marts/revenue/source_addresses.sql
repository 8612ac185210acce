with

addressed as (

    select * from {{ ref('int_source_links__addressed') }}

),

addresses as (

    select

        ---------- strings
        source_system,
        source_record_type,
        url_template

    from addressed

)

select * from addresses
