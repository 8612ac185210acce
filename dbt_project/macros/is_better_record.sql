{#  Which of two copies counts: the one most records refer to, then the oldest, then the
    smallest id. #}
{% macro is_better_record(other, this_one, id) -%}
    (
        {{ other }}.n_references > {{ this_one }}.n_references
        or (
            {{ other }}.n_references = {{ this_one }}.n_references
            and (
                coalesce({{ other }}.created_at, timestamp '9999-01-01')
                < coalesce({{ this_one }}.created_at, timestamp '9999-01-01')
                or (
                    {{ other }}.created_at is not distinct from {{ this_one }}.created_at
                    and {{ other }}.{{ id }} < {{ this_one }}.{{ id }}
                )
            )
        )
    )
{%- endmacro %}
