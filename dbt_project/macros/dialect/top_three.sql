{#  Up to three values in one text, those of the highest weight first; equal weights are
    put in order by the value itself, so that the answer never depends on row order. #}
{% macro top_three(value, weight) -%}
    {{ return(adapter.dispatch('top_three')(value, weight)) }}
{%- endmacro %}

{% macro duckdb__top_three(value, weight) -%}
    array_to_string(max_by({{ value }}, row({{ weight }}, {{ value }}), 3), ', ')
{%- endmacro %}
