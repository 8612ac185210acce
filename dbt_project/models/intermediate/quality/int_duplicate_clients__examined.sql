{#  A job below its customer in the books is no duplicate of it. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

ranked as (

    select * from {{ ref('int_client_records__ranked') }}

),

{#  What identity would not decide by itself: a person decides before anyone merges. #}
questions as (

    select * from {{ ref('int_clients__scored') }}

    where band = 'ask'

),

others as (

    select * from ranked

),

asked as (

    select
        ranked.record_id,
        min_by(others.source_record_id, others.worth_rank) as other_id

    from ranked

    inner join others
        on
            ranked.source_system = others.source_system
            and ranked.source_record_type = others.source_record_type
            and ranked.worth_rank > others.worth_rank

    inner join questions
        on
            least(ranked.record_id, others.record_id) = questions.left_record
            and greatest(ranked.record_id, others.record_id) = questions.right_record

    group by all

),

judged as (

    select
        'one_record_per_client' as claim,
        ranked.record_id,
        '' as subject,
        ranked.source_system,
        ranked.source_record_type,
        ranked.source_record_id,
        ranked.client_id,
        case
            when
                ranked.source_record_id != ranked.survivor_id
                and coalesce(ranked.parent_id, '') != ranked.survivor_id
                then
                    ranked.client_name || ' (' || ranked.source_record_id || ') in '
                    || {{ system_told('ranked.role') }} || ' looks like a copy of '
                    || ranked.survivor_id || '. Merge the two records there.'
            when asked.other_id is not null
                then
                    ranked.client_name || ' (' || ranked.source_record_id || ') in '
                    || {{ system_told('ranked.role') }} || ' may be a copy of '
                    || asked.other_id || '. Decide, then merge the two records there.'
        end as sentence,
        case
            when ranked.source_record_id != ranked.survivor_id then 'warning'
            else 'info'
        end as severity,
        {{ owner_of('ranked.role') }} as owner_role,
        ranked.role as fix_in,
        ranked.worth_amount as money_at_stake,
        firm.reporting_currency as currency_code

    from ranked

    cross join firm

    left join asked
        on ranked.record_id = asked.record_id

)

select * from judged
