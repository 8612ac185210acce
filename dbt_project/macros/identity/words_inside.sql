{#  All words of the shorter list stand in the longer one; two words at least. #}
{% macro words_inside(left, right) -%}
    (
        least(length({{ left }}), length({{ right }})) >= 2
        and (
            list_has_all({{ left }}, {{ right }}) or list_has_all({{ right }}, {{ left }})
        )
    )
{%- endmacro %}
