{#  The firm's own calendar day of a UTC timestamp: a deal closed at 23:30 on 31 March
    in the firm's time zone stays in March. #}
{% macro local_date(expression) -%}
    cast(
        {{ expression }} at time zone 'UTC' at time zone (
            select time_zone from {{ source('rules', 'firm') }}
        ) as date
    )
{%- endmacro %}
