{#  A text holds a project code as a word of its own. Short codes are too common. #}
{% macro holds_code(expression, code) -%}
    (
        length({{ code }}) >= 4
        and regexp_matches({{ code }}, '[0-9]')
        and contains(
            ' ' || regexp_replace(lower({{ expression }}), '[^a-z0-9]+', ' ', 'g') || ' ',
            ' ' || regexp_replace(lower({{ code }}), '[^a-z0-9]+', ' ', 'g') || ' '
        )
    )
{%- endmacro %}
