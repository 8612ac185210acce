{#  A model lands in the schema its folder names, in every environment.
    Environments differ by file (WAREHOUSE=...), not by schema prefix. #}
{% macro generate_schema_name(custom_schema_name, node) -%}
    {{ custom_schema_name or target.schema }}
{%- endmacro %}
