{#  What is compared value by value, and the column that holds it as it is compared. #}
{% macro compared_columns() %}
    {{ return({
        'tax id': 'tax_id', 'registration id': 'registration_id', 'domain': 'domain',
        'phone': 'phone', 'email': 'email', 'address': 'address',
        'postcode': 'postcode', 'country': 'country', 'currency': 'currency_code'
    }) }}
{% endmacro %}

{#  Two lists of the same order, to be unnested side by side. #}
{% macro compared_kinds(kinds=none) -%}
    ['{{ (kinds or compared_columns().keys()) | join("', '") }}']
{%- endmacro %}

{% macro compared_values(kinds=none, of=none) -%}
    {%- set columns = compared_columns() -%}
    [
    {%- for kind in kinds or columns -%}
        {{ of ~ '.' if of }}{{ columns[kind] }}{{ ', ' if not loop.last }}
    {%- endfor -%}
    ]
{%- endmacro %}

{#  Whether two records have a value in common that few others have. #}
{% macro shares_value(left, right) -%}
    {%- for column in compared_columns().values()
        if column not in ('country', 'currency_code') -%}
        coalesce({{ left }}.{{ column }} = {{ right }}.{{ column }}, false)
        {{- ' or ' if not loop.last }}
    {%- endfor -%}
{%- endmacro %}

{#  What a piece of evidence says: its own bits, or how much likelier it is between two
    records of one entity (m) than between any two (u, else how frequent the value is).
#}
{% macro weight(frequency) -%}
    coalesce(
        weights.bits,
        weights.share * least(
            coalesce(weights.cap_bits, 99),
            log2(weights.m / coalesce(weights.u, {{ frequency }}))
        )
    )
{%- endmacro %}
