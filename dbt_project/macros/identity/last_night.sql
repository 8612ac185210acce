{#  What this model, or another one, held when the last published night ended; nothing
    in the first night. `columns` names every column and its type; one that the last night did not
    know yet is empty. #}
{% macro last_night(columns, model=none) -%}
    {%- set name = model or this.identifier -%}
    {%- set found = adapter.get_relation(this.database, this.schema, name)
        if execute else none -%}
    {%- set known = adapter.get_columns_in_relation(found)
        | map(attribute='name') | list if found else [] -%}
    select {% for name, type in columns.items() %}
        cast({{ name if name in known else 'null' }} as {{ type }})
            as {{ name }}{{ ',' if not loop.last }}
    {% endfor %} {% if found %}
    from {{ found }}
    {% else %}
    where false
    {% endif %}
{%- endmacro %}

{#  The memberships of the last night, present and past. #}
{% macro memberships_of_last_night() -%}
    {{ last_night(
        {
            'entity': 'varchar', 'record_id': 'varchar', 'entity_id': 'varchar',
            'membership_number': 'integer', 'is_current': 'boolean',
            'valid_from': 'date', 'valid_to': 'date', 'seen_date': 'date',
            'fingerprint': 'varchar', 'because': 'varchar'
        },
        'int_identities__kept'
    ) }}
{%- endmacro %}
