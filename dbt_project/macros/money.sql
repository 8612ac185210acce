{#  Currency units with cents. Never a float on the way: text and decimals only. #}
{% macro money(expression) -%}
    cast({{ expression }} as decimal(18, 2))
{%- endmacro %}
