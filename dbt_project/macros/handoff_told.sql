{#  A handoff in sentences: what should follow, whether it did, and what to do. #}
{% macro handoff_told(handoff, events) -%}
    {{ handoff }}.subject || ': '
    || case {{ handoff }}.state
        when 'on_time'
            then 'done after ' || {{ handoff }}.lag_working_days || ' working days.'
        when 'pending'
            then
                'the ' || {{ events }}.must_follow || ' is not due yet, after '
                || {{ handoff }}.lag_working_days || ' working days.'
        when 'late'
            then
                'the ' || {{ events }}.must_follow || ' came '
                || {{ handoff }}.late_working_days || ' working days late.'
        when 'missing'
            then
                case
                    when coalesce({{ handoff }}.n_done, 0) > 0
                        then
                            {{ handoff }}.n_done || ' of ' || {{ handoff }}.n_required
                            || ' followed, the rest is '
                    else 'the ' || {{ events }}.must_follow || ' is '
                end || 'at least ' || {{ handoff }}.late_working_days
                || ' working days overdue. ' || {{ events }}.action || '.'
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
