{#  To which scope of a kind a contribution belongs; null when to none. Money without a
    client is a scope of its own, so that clients always add up to the firm. #}
{% macro scope_id(scope_kind, contribution) -%}
    case {{ scope_kind }}
        when 'firm' then 'firm'
        when 'client' then {{ contribution }}.client_id
        when 'project' then nullif({{ contribution }}.project_id, 'unassigned')
        when 'deal' then nullif({{ contribution }}.deal_id, 'unassigned')
    end
{%- endmacro %}
