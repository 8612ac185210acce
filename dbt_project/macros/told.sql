{#  Words for people. Roles as the firm says them, owners as they are called. #}
{% macro system_told(role) -%}
    case {{ role }}
        when 'crm' then 'CRM'
        when 'psa' then 'PSA'
        when 'accounting' then 'accounting'
        when 'hr' then 'HR'
    end
{%- endmacro %}

{% macro owner_of(role) -%}
    case {{ role }}
        when 'crm' then 'sales'
        when 'psa' then 'delivery'
        when 'accounting' then 'finance'
        when 'hr' then 'people'
    end
{%- endmacro %}

{#  Whether a value is how to reach or name somebody: sentences leave it out. #}
{% macro is_personal(told) -%}
    {{ told }}.entity = 'contact'
    or (
        {{ told }}.entity = 'person'
        and {{ told }}.field = 'person_name'
    )
{%- endmacro %}

{#  A positive amount for a sentence: whole units, or cents where rounding would hide
    it. #}
{% macro amount_told(amount) -%}
    case
        when abs({{ amount }}) >= 10 or {{ amount }} = 0
            then {{ thousands('abs(' ~ amount ~ ')', 0) }}
        else {{ thousands('abs(' ~ amount ~ ')', 2) }}
    end
{%- endmacro %}

{#  A template with its {slots} filled; a slot without a value would empty the
    sentence. #}
{% macro filled(template, slots) -%}
    {% set said = namespace(text=template) -%}
    {% for slot, value in slots.items() -%}
        {% set said.text %}replace({{ said.text }}, '{{ '{' ~ slot ~ '}' }}', coalesce(cast({{ value }} as varchar), '{{ slot }}')){% endset -%}
    {% endfor -%}
    {{ said.text }}
{%- endmacro %}
