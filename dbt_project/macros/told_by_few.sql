{#  Whether a sum of work would tell what one or two people cost: less than three shared
    it, or one did more than four fifths. One row per person; empty hours are not in it. #}
{% macro told_by_few(hours) -%}
(
    count({{ hours }}) between 1 and 2
    or coalesce(max({{ hours }}) > 0.8 * sum({{ hours }}), false)
)
{%- endmacro %}
