{#  The moment, in UTC, at which a day begins in the firm's own time zone. #}
{% macro utc_midnight(expression) -%}
    (
        cast({{ expression }} as timestamp) at time zone (
            select time_zone from {{ source('rules', 'firm') }}
        ) at time zone 'UTC'
    )
{%- endmacro %}
