{#  A handoff in sentences: what should follow, whether it did, and what to do. #}
{% macro handoff_told(handoff, events) -%}
    {{ handoff }}.subject || ': '
    || case {{ handoff }}.state
        when 'on_time'
            then
                case
                    when {{ handoff }}.lag_working_days = 0 then 'done on the same day.'
                    when {{ handoff }}.lag_working_days < 0
                        then
                            'done '
                            || {{ working_days_told(handoff ~ '.lag_working_days') }}
                            || ' before.'
                    else
                        'done after '
                        || {{ working_days_told(handoff ~ '.lag_working_days') }} || '.'
                end
        when 'pending'
            then
                'the ' || {{ events }}.must_follow || ' is not due yet, after '
                || {{ working_days_told(handoff ~ '.lag_working_days') }} || '.'
        when 'late'
            then
                'the ' || {{ events }}.must_follow || ' came '
                || {{ working_days_told(handoff ~ '.late_working_days') }} || ' late.'
        when 'missing'
            then
                case
                    when coalesce({{ handoff }}.n_done, 0) > 0
                        then
                            {{ handoff }}.n_done || ' of ' || {{ handoff }}.n_required
                            || ' followed, the rest is '
                    else 'the ' || {{ events }}.must_follow || ' is '
                end || 'at least '
                || {{ working_days_told(handoff ~ '.late_working_days') }}
                || ' overdue. ' || {{ events }}.action || '.'
        when 'duplicate'
            then
                'it was triggered ' || {{ handoff }}.n_triggers
                || ' times. The first one counts; find out why it happened again.'
        when 'out_of_order'
            then
                'the ' || {{ events }}.must_follow
                || ' came before its cause. Correct the dates, or the order of work.'
        else
            'handed over with ' || {{ handoff }}.mismatch || '. Correct it in '
            || {{ system_told(handoff ~ '.to_role') }} || '.'
    end
{%- endmacro %}

{% macro working_days_told(days) -%}
    abs({{ days }})
    || case when abs({{ days }}) = 1 then ' working day' else ' working days' end
{%- endmacro %}
