{#  To which scope of a kind a contribution belongs; null when to none. Money without a
    client is a scope of its own, so that clients always add up to the firm. Work
    between own companies is nobody's revenue but the companies' own. #}
{% macro scope_id(scope_kind, contribution) -%}
    case
        when {{ scope_kind }} = 'company' then {{ contribution }}.company_id
        when {{ scope_kind }} = 'project'
            then nullif({{ contribution }}.project_id, 'unassigned')
        when {{ scope_kind }} = 'deal'
            then nullif({{ contribution }}.deal_id, 'unassigned')
        when {{ contribution }}.is_intercompany then null
        when {{ scope_kind }} = 'firm' then 'firm'
        when {{ scope_kind }} = 'client' then {{ contribution }}.client_id
        when {{ scope_kind }} = 'group' then {{ contribution }}.group_id
        when {{ scope_kind }} = 'legal_entity' then {{ contribution }}.legal_entity_id
        when {{ scope_kind }} = 'service' then {{ contribution }}.service_code
    end
{%- endmacro %}
