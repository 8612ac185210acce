{#  Whether two projects agree in a column. Missing is never evidence: the caller leaves
    out rows where either side has no value. #}
{% macro agreement(column) -%}
    if(left_projects.{{ column }} = right_projects.{{ column }}, 'agree', 'differs')
{%- endmacro %}
