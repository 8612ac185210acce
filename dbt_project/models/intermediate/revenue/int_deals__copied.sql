{#  A copy is decided inside one system and by equality alone; anything weaker is a
    question and moves no money. A person's decision overrules. #}
with

deals as (

    select * from {{ ref('int_deals__frozen') }}

),

decisions as (

    {{ decisions_both_ways('deal') }}

),

references_counted as (

    select
        source_system || ':deal:' || deal_id as deal_id,
        count(*) as n_references

    from {{ ref('int_deal_projects__linked') }}

    group by all

),

keyed as (

    select
        deals.*,
        {{ copy_key('deals.deal_name') }} as copy_key,
        coalesce(references_counted.n_references, 0) as n_references

    from deals

    left join references_counted
        on deals.deal_id = references_counted.deal_id

),

paired as (

    select
        keyed.deal_id,
        others.deal_id as other_deal_id,
        others.n_references,
        others.created_at,
        {{ is_better_record('others', 'keyed', 'deal_id') }} as is_other_better,
        keyed.client_id = others.client_id
        and keyed.client_id != 'unassigned'
        and keyed.currency_code = others.currency_code
        and abs(date_diff('day', keyed.close_date, others.close_date)) <= 14
        and keyed.copy_key = others.copy_key
        and (
            keyed.now_amount = others.now_amount
            or keyed.frozen_amount = others.frozen_amount
        ) as is_alike,
        decisions.decision

    from keyed

    inner join keyed as others
        on
            keyed.source_system = others.source_system
            and keyed.deal_id != others.deal_id

    left join decisions
        on
            keyed.deal_id = decisions.record_id
            and others.deal_id = decisions.other_record_id

    where
        decisions.decision = 'same'
        or (keyed.client_id = others.client_id and keyed.copy_key = others.copy_key)

),

copied as (

    select
        deal_id,
        other_deal_id as survivor_deal_id

    from paired

    where
        is_other_better
        and coalesce(decision = 'same', is_alike)
        and coalesce(decision, 'same') != 'different'

    qualify row_number() over (
        partition by deal_id
        order by n_references desc, created_at asc, other_deal_id asc
    ) = 1

)

select * from copied
