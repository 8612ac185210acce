{#  What a firm writes into a note as `[column=value; column=value]`, or null.
    No backslash in the pattern: DuckDB and Spark read them differently. #}
{% macro noted(expression, column) -%}
    nullif(
        regexp_extract({{ expression }}, '[^a-z_]{{ column }}=([^;]+?)(;|]$)', 1), ''
    )
{%- endmacro %}

{#  The note without those facts. #}
{% macro without_noted(expression) -%}
    case
        when {{ expression }} like '%=%]'
            then nullif(rtrim(substr(
                {{ expression }}, 1, instr({{ expression }}, '[') - 1
            )), '')
        else {{ expression }}
    end
{%- endmacro %}
