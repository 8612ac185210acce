{#  Whether a record was deleted: the list of all ids, the CTE `listed`, lacks it. #}
{% macro is_unlisted(key) -%}
    (connection, {{ key }}) not in (
        select
            listed.connection,
            listed.id
        from listed
    )
{%- endmacro %}
