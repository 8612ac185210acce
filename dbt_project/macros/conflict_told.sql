{#  Bookings and skills that cannot be met, in sentences. #}
{% macro conflict_told(conflict, people) -%}
    coalesce({{ people }}.person_name, 'Somebody') || ' is booked for '
    || {{ hours_told(conflict ~ '.conflict_hours') }}
    || case {{ conflict }}.conflict_kind
        when 'after_leaving' then ' after leaving on ' || {{ people }}.end_date
        when 'holiday' then ' too many on a public holiday, ' || {{ conflict }}.capacity_date
        when 'time_off' then ' too many on a day off, ' || {{ conflict }}.capacity_date
        else
            ' too many on a day off that is not approved yet, '
            || {{ conflict }}.capacity_date
    end
    || case
        when not {{ conflict }}.is_ahead then '. That day is over.'
        when {{ conflict }}.conflict_kind = 'pending_time_off'
            then '. Decide on the day off, or move the booking in PSA.'
        else '. Move the booking in PSA, or book somebody else.'
    end
{%- endmacro %}

{#  Hours for a sentence: no more decimals than they have. #}
{% macro hours_told(hours) -%}
    case
        when {{ hours }} = 1 then '1 hour'
        when {{ hours }} = floor({{ hours }})
            then {{ thousands(hours, 0) }} || ' hours'
        else {{ thousands(hours, 1) }} || ' hours'
    end
{%- endmacro %}

{#  A skill that a month needs, and whether those who hold it have the hours. #}
{% macro skills_gap_told(required, held) -%}
    {{ required }}.skill || ' is needed for '
    || {{ hours_told(required ~ '.required_hours') }} || ' in '
    || {{ required }}.period || ', and '
    || case
        when coalesce({{ held }}.n_holders, 0) = 0 then 'nobody holds it. Train or hire.'
        when {{ required }}.required_hours <= coalesce({{ held }}.free_hours, 0)
            then 'its holders have the hours.'
        else
            'its holders have ' || {{ hours_told('coalesce(' ~ held ~ '.free_hours, 0)') }}
            || ' left. Move work, train or hire.'
    end
{%- endmacro %}
