{% macro tax_id_masked(value) -%}
    '…' || right(trim({{ value }}), 3)
{%- endmacro %}

{#  Two compared values say the same: equal, or one name is a short form of the
    other. #}
{% macro values_agree(rule, left, right) -%}
    case
        when ({{ left }} is not distinct from {{ right }}) then true
        when {{ rule }} = 'name'
            then coalesce(
                {{ words_told(left, right) }} or {{ words_told(right, left) }}, false
            )
        else false
    end
{%- endmacro %}
