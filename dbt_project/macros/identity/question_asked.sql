{#  A question to a person, and the evidence for it, in words. #}

{% macro question_asked(asked, thing) -%}
    case
        when {{ asked }}.band = 'related'
            then {{ asked }}.left_name || ' and ' || {{ asked }}.right_name
                || ' look like sister companies. Are they one {{ thing }}, related, or different?'
        else 'Are ' || {{ asked }}.left_name || ' and ' || {{ asked }}.right_name
            || ' the same {{ thing }}? Answer in identity_decisions.csv.'
    end
{%- endmacro %}

{% macro evidence_told() -%}
    evidence || ' ' || level || case
        when left_value = right_value then ' (' || left_value || ')'
        when coalesce(left_value, right_value) is null then ''
        else ' (' || coalesce(left_value, '—') || ' | ' || coalesce(right_value, '—') || ')'
    end
{%- endmacro %}

{#  What was compared of a pair, without what it weighs: changes when evidence does. #}
{% macro evidence_hash() -%}
    md5(coalesce(string_agg(
        concat_ws('|', evidence, level, left_value, right_value), ';'
        order by evidence, level, left_value, right_value
    ) filter (where evidence not in ('decision', 'prior')), ''))
{%- endmacro %}

{#  Pairs of entities that somebody judged. A judgement holds for ever, but "unsure"
    only while the evidence is what it was. #}
{% macro judged_pairs(entity, scored, records) -%}
    select distinct
        least(left_records.{{ entity }}_id, right_records.{{ entity }}_id) as left_id,
        greatest(left_records.{{ entity }}_id, right_records.{{ entity }}_id)
            as right_id

    from {{ source('rules', 'identity_decisions') }} as decisions

    inner join {{ records }} as left_records
        on decisions.left_record = left_records.record_id

    inner join {{ records }} as right_records
        on decisions.right_record = right_records.record_id

    left join {{ scored }} as judged
        on
            least(decisions.left_record, decisions.right_record)
            = least(judged.left_record, judged.right_record)
            and greatest(decisions.left_record, decisions.right_record)
            = greatest(judged.left_record, judged.right_record)

    where
        decisions.entity = '{{ entity }}'
        and (
            decisions.decision != 'unsure'
            or decisions.evidence_hash is null
            or decisions.evidence_hash = judged.evidence_hash
        )
{%- endmacro %}

{#  The line that answers a question, to be completed and put into the rules folder. #}
{% macro answer_line(entity, asked) -%}
    '{{ entity }},' || {{ asked }}.left_record || ',' || {{ asked }}.right_record
    || ',ANSWER,,NAME,' || firm.as_of || ',BECAUSE,' || {{ asked }}.evidence_hash
{%- endmacro %}

{#  1 where evidence is even, halved with every bit for or against. #}
{% macro uncertainty(bits) -%}
    cast(2 / (1 + power(2, least(abs({{ bits }}), 60))) as decimal(9, 6))
{%- endmacro %}

{#  What speaks for and against each pair of `links`, the heaviest first. #}
{% macro evidence_of_pairs(links) -%}
    select
        left_record,
        right_record,
        string_agg({{ evidence_told() }}, '; ' order by position) filter (
            where bits > 0
        ) as evidence_for,
        string_agg({{ evidence_told() }}, '; ' order by position) filter (
            where bits < 0 and evidence != 'prior'
        ) as evidence_against

    from {{ links }}

    group by all
{%- endmacro %}
