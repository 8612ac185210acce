{#  The part of a project's amount that one of its legs carries, by cumulative
    rounding. #}
{% macro leg_of(whole, leg) -%}
    {{ part_of(
        whole, leg ~ '.weight_from', leg ~ '.weight_to', leg ~ '.weight_total'
    ) }}
{%- endmacro %}
