{#  A code of a project is long enough and holds a digit: others are plain words. #}
{% macro is_code(code) -%}
    (length({{ code }}) >= 4 and regexp_matches({{ code }}, '[0-9]'))
{%- endmacro %}

{#  A text holds a project code as a word of its own. #}
{% macro holds_code(expression, code) -%}
    (
        {{ is_code(code) }}
        and contains(
            ' ' || regexp_replace(lower({{ expression }}), '[^a-z0-9]+', ' ', 'g') || ' ',
            ' ' || regexp_replace(lower({{ code }}), '[^a-z0-9]+', ' ', 'g') || ' '
        )
    )
{%- endmacro %}
