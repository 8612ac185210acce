{#  The item of an invoice line says its kind, or else the service that was billed. #}
{% macro line_kind(item) -%}
    case
        when lower({{ item }}) in ('time', 'progress', 'expense', 'advance', 'retention')
            then lower({{ item }})
        else 'other'
    end
{%- endmacro %}

{% macro line_service_code(item, description) -%}
    coalesce(
        {{ noted(description, 'service_code') }},
        case
            when
                lower({{ item }}) not in (
                    'time', 'progress', 'expense', 'advance', 'retention', 'other'
                )
                then {{ item }}
        end
    )
{%- endmacro %}
