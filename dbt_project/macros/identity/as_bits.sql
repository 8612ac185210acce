{#  Bits to the twelfth decimal: these sum alike in any order, floats do not. #}
{% macro as_bits(expression) -%}
    cast({{ expression }} as decimal(15, 12))
{%- endmacro %}

{#  A piece of evidence in words: what, how, and how much it says. #}
{% macro bits_told() -%}
    evidence || ' ' || level || ' ' || {{ signed_bits('bits') }}
{%- endmacro %}

{#  The evidence of a pair in words, the heaviest first. #}
{% macro weighed_told() -%}
    string_agg(
        {{ bits_told() }}, ', '
        order by abs(bits) desc, evidence asc, level asc, left_value asc
    )
{%- endmacro %}

{#  Bits for people: a sign and one decimal. #}
{% macro signed_bits(bits) -%}
    format('{:+.1f}', cast({{ bits }} as double))
{%- endmacro %}
