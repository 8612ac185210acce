{#  Whether a pilot shows a client; without [scope] in firm.toml, all are shown. #}
{% macro in_scope(client_id) -%}
(
    {{ client_id }} in (select client_id from {{ ref('int_clients__scoped') }})
    or not exists (select 1 from {{ source('rules', 'scope') }})
)
{%- endmacro %}
