{#  Bits in thousandths: decimals sum to the same in any order, floats do not. #}
{% macro as_bits(expression) -%}
    cast({{ expression }} as decimal(9, 3))
{%- endmacro %}

{#  A piece of evidence in words: what, how, and how much it says. #}
{% macro bits_told() -%}
    evidence || ' ' || level || ' ' || {{ signed_bits('bits') }}
{%- endmacro %}

{#  Bits for people: a sign and one decimal. #}
{% macro signed_bits(bits) -%}
    format('{:+.1f}', cast({{ bits }} as double))
{%- endmacro %}
