{#  The rows of a model about pairs of records whose pair is weighed to the end. #}
{% macro shortlisted_of(model) -%}
    select candidates.* from {{ ref(model) }} as candidates

    inner join {{ ref('int_clients__shortlisted') }} as shortlisted
        on
            candidates.left_record = shortlisted.left_record
            and candidates.right_record = shortlisted.right_record
{%- endmacro %}
