{#  One row for each object of a JSON array kept as text; its fields are texts.
    Select it under a name and read the fields as `name.field`. #}
{% macro json_rows(column, fields) -%}
    {{ return(adapter.dispatch('json_rows')(column, fields)) }}
{%- endmacro %}

{% macro duckdb__json_rows(column, fields) -%}
    unnest(from_json(
        {{ column }}, '[{"{{ fields | join('": "varchar", "') }}": "varchar"}]'
    ))
{%- endmacro %}

{% macro spark__json_rows(column, fields) -%}
    explode(from_json(
        {{ column }}, 'array<struct<{{ fields | join(': string, ') }}: string>>'
    ))
{%- endmacro %}
