{#  What linked records say together, one step a change; and how often a value that had
    been left came back within a month. #}
with

writes as (

    select
        *,
        (compared_value is not distinct from compared_before) as is_rewrite

    from {{ ref('int_fact_values__dated') }}

    where edit_id is not null

),

steps as (

    select
        *,
        coalesce(lag(compared_value) over saying, compared_before) as said_before,
        first_value(compared_before) over saying as said_first,
        first_value(valid_from) over saying as left_first_at

    from writes

    where not is_rewrite

    window saying as (partition by group_id, fact order by valid_from, edit_id)

),

returns as (

    select
        group_id,
        fact,
        valid_from - coalesce(
            lag(valid_from) over (
                partition by group_id, fact, compared_value
                order by valid_from, edit_id
            ),
            case
                when compared_value = said_first and valid_from > left_first_at
                    then left_first_at
            end
        ) as away

    from steps

    where compared_value is distinct from said_before

),

circled as (

    select
        group_id,
        fact,
        count(*) as n_cycles,
        cast(round(avg(epoch(away)) / 3600, 2) as decimal(18, 2)) as period_hours

    from returns

    where away <= interval 30 day

    group by all

)

select * from circled
