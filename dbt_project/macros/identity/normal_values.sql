{#  Values as they are compared. Each is null when nothing is left that could
    identify. #}

{% macro normal_domain(expression) -%}
    nullif(regexp_replace(
        regexp_replace(lower(trim({{ expression }})), '^(.*@|https?://)', ''),
        '^www\.|[/?#:].*$', '', 'g'
    ), '')
{%- endmacro %}

{% macro normal_phone(expression) -%}
    nullif(right(regexp_replace({{ expression }}, '[^0-9]', '', 'g'), 9), '')
{%- endmacro %}

{% macro normal_email(expression) -%}
    case
        when {{ expression }} like '%_@_%'
            then regexp_replace(
                lower(trim({{ expression }})), '^([^+@]*)(\+[^@]*)?@', '\1@'
            )
    end
{%- endmacro %}

{#  House number and the words of the street, without the word for street. #}
{% macro normal_address(expression) -%}
    case
        when regexp_matches({{ normal_name(expression) }}, '\d.*\p{L}|\p{L}.*\d')
            then trim(regexp_replace(
                regexp_extract({{ normal_name(expression) }}, '\d+') || ' '
                || regexp_replace(
                    {{ normal_name(expression) }},
                    '\d+\w*|\b(st|street|rd|road|ave|av|avenue|ln|lane|dr|drive|blvd'
                    || '|boulevard|way|suite|ste|floor|fl|unit|the)\b|(strasse|str)\b',
                    '', 'g'
                ),
                ' +', ' ', 'g'
            ))
    end
{%- endmacro %}

{#  Letters and digits only, five digits or more, not one digit repeated. #}
{% macro normal_tax_id(expression) -%}
    case
        when
            length(regexp_replace({{ expression }}, '[^0-9]', '', 'g')) >= 5
            and not regexp_matches(
                regexp_replace({{ expression }}, '[^0-9]', '', 'g'),
                '^(0+|1+|9+|123456789?0?)$'
            )
            then regexp_replace(upper({{ expression }}), '[^A-Z0-9]', '', 'g')
    end
{%- endmacro %}

{#  The one key of a record anywhere: system, kind and id. #}
{% macro record_id(source_system, source_record_type, source_record_id) -%}
    {{ source_system }} || ':' || {{ source_record_type }} || ':' || {{ source_record_id }}
{%- endmacro %}
