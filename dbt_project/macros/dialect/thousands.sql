{#  A number with commas between thousands and `decimals` decimals. #}
{% macro thousands(number, decimals) -%}
    {{ return(adapter.dispatch('thousands')(number, decimals)) }}
{%- endmacro %}

{% macro duckdb__thousands(number, decimals) -%}
    format('{:,.{{ decimals }}f}', {{ number }})
{%- endmacro %}

{% macro spark__thousands(number, decimals) -%}
    format_number({{ number }}, {{ decimals }})
{%- endmacro %}
