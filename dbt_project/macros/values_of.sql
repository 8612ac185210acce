{#  One row for each of these columns of a table, empty ones too: what the record says
    today, as text. #}
{% macro values_of(relation, record_type, id, updated_at, columns) -%}
    select
        source_system,
        '{{ record_type }}' as record_type,
        source_record_id,
        updated_at,
        column_name,
        stated_value

    from (
        select
            source_system,
            {{ id }} as source_record_id,
            {{ updated_at }} as updated_at,
            {% for column in columns.split() %}
            cast({{ column }} as varchar) as "{{ column }}"{{ ',' if not loop.last }}
    {% endfor %}
        from {{ relation }}
    ) as texts

    unpivot include nulls (
        stated_value for column_name in ({{ columns.split() | join(', ') }})
    )
{%- endmacro %}
