{#  One sum by another, four places; nothing when there is nothing to divide by. #}
{% macro ratio_of(sums, formulas) -%}
    cast(
        round(
            {{ formulas }}.factor * coalesce({{ sums }}.numerator_amount, 0)
            / nullif({{ sums }}.denominator_amount, 0),
            4
        ) as decimal(18, 4)
    )
{%- endmacro %}
