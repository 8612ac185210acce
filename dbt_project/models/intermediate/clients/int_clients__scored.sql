with

weighed as (

    select * from {{ ref('int_clients__weighed') }}

),

collapsed as (

    select * from {{ ref('int_clients__collapsed') }}

),

bands as (

    select
        max(bits) filter (where level = 'automatic') as automatic_bits,
        max(bits) filter (where level = 'ask') as ask_bits,
        max(bits) filter (where level = 'related') as related_bits,
        max(bits) filter (where level = 'rare word') as rare_word_bits

    from {{ ref('identity_weights') }}

    where entity = 'client' and evidence = 'band'

),

live as (

    select record_id from collapsed

    where not is_deleted

),

summed as (

    select
        left_record,
        right_record,
        sum(bits) as evidence_bits,
        {{ as_bits('-log2((select count(*) from collapsed))') }} as prior_bits,
        bool_or(
            bits > 0 and evidence in (
                'stated link', 'tax id', 'registration id', 'domain', 'email', 'phone',
                'address', 'postcode', 'shared contact', 'decision'
            )
        ) as is_supported,
        bool_or(bits > 0 and evidence in ('stated link', 'tax id', 'registration id'))
            as is_identified,
        bool_and(bits > 0) and count(distinct evidence) filter (
            where evidence in ('whole name', 'legal form', 'country')
        ) = 3 and max(if(evidence = 'name word', bits, 0))
        >= (select bands.rare_word_bits from bands) as has_rare_legal_name,
        bool_or(
            evidence = 'conflicting words'
            or (evidence = 'legal form' and level = 'differs')
            or (evidence = 'word on one side' and level = 'place or number')
        ) as has_conflict,
        bool_or(evidence = 'conflicting words' and level = 'rare') as has_rare_conflict,
        coalesce(sum(bits) filter (where bits > 0), 0) as agreeing_bits,
        bool_or(evidence = 'tax id' and level = 'differs') as has_two_tax_ids,
        bool_or(evidence = 'tax id' and level = 'agree') as has_one_tax_id,
        bool_or(evidence = 'stated parent') as has_stated_parent,
        bool_or(evidence = 'merged at source') as is_merged_at_source,
        bool_or(evidence = 'decision' and level in ('same', 'succeeds'))
            as is_decided_same,
        bool_or(evidence = 'decision' and level = 'succeeds') as is_succession,
        bool_or(evidence = 'decision' and level in ('different', 'related'))
            as is_decided_apart,
        bool_or(evidence = 'decision' and level = 'related') as is_decided_related

    from weighed

    group by all

),

judged as (

    select
        *,
        evidence_bits + prior_bits as match_bits,
        has_conflict
        and not (is_identified or is_decided_same or is_merged_at_source) as is_sister,
        has_stated_parent and not has_one_tax_id as is_parent,
        case
            when is_decided_same then 'together'
            when is_decided_apart then 'apart'
            when is_merged_at_source then 'together'
            when has_stated_parent and not has_one_tax_id then 'vetoed'
            when
                has_two_tax_ids
                and left_record in (select live.record_id from live)
                and right_record in (select live.record_id from live)
                then 'vetoed'
            else 'weighed'
        end as stance

    from summed

),

{#  What the pair may count when groups are formed: sisters never attract. A name alone
    never decides, but for a rare one with its legal form in one country. #}
scored as (

    select
        judged.*,
        case
            when judged.is_sister then least(judged.match_bits, 0)
            when not (judged.is_supported or judged.has_rare_legal_name)
                then least(judged.match_bits, bands.automatic_bits - 0.1)
            else judged.match_bits
        end as grouping_bits,
        case
            when judged.is_decided_same then 'same'
            when judged.is_decided_related then 'related'
            when judged.is_decided_apart then 'different'
            when judged.is_merged_at_source then 'same'
            when judged.is_parent then 'related'
            when judged.stance = 'vetoed' or judged.is_sister
                then if(
                    judged.agreeing_bits + judged.prior_bits >= bands.automatic_bits
                    and (judged.is_supported or not judged.has_rare_conflict)
                    and judged.match_bits >= bands.related_bits,
                    'related',
                    'no'
                )
            when grouping_bits >= bands.automatic_bits then 'automatic'
            when grouping_bits >= bands.ask_bits then 'ask'
            else 'no'
        end as band

    from judged

    cross join bands

)

select * from scored
