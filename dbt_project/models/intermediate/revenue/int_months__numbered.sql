with

numbered as (

    select
        month,
        has_begun,
        row_number() over (order by month) as month_number

    from {{ ref('int_months__counted') }}

)

select * from numbered
