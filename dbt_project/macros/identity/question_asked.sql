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
