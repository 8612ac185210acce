{#  All words of the shorter name stand in the longer one; two words at least. #}
{% macro words_inside(left, right) -%}
    (
        least(
            length(string_split({{ normal_name(left) }}, ' ')),
            length(string_split({{ normal_name(right) }}, ' '))
        ) >= 2
        and (
            list_has_all(
                string_split({{ normal_name(left) }}, ' '),
                string_split({{ normal_name(right) }}, ' ')
            )
            or list_has_all(
                string_split({{ normal_name(right) }}, ' '),
                string_split({{ normal_name(left) }}, ' ')
            )
        )
    )
{%- endmacro %}
