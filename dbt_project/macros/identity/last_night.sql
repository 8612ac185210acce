{#  What this model held when the last published night ended, or nothing in the first
    night. `columns` names every column and its type for that first night. #}
{% macro last_night(columns) -%}
    {%- set found = adapter.get_relation(this.database, this.schema, this.identifier)
        if execute else none -%}
    select {% for name, type in columns.items() %}
        cast({{ name if found else 'null' }} as {{ type }})
            as {{ name }}{{ ',' if not loop.last }}
    {% endfor %} {% if found %}
    from {{ this }}
    {% else %}
    where false
    {% endif %}
{%- endmacro %}
