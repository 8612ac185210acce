{#  A value as two systems' values of the same fact are compared: numbers as numbers,
    names without spelling, domains and tax ids without decoration. #}
{% macro comparable(value, fact, compare_rule) -%}
    case
        when {{ fact }} = 'tax_id' then {{ normal_tax_id(value) }}
        when {{ fact }} = 'domain' then {{ normal_domain(value) }}
        when {{ fact }} = 'phone' then {{ normal_phone(value) }}
        when {{ fact }} = 'contract_value'
            then cast(try_cast({{ value }} as decimal(18, 2)) as varchar)
        when {{ compare_rule }} in ('name', 'words') then {{ normal_name(value) }}
        else lower(trim({{ value }}))
    end
{%- endmacro %}
