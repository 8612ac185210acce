{#  A fault of staffing in a sentence: who, how much, since when, and what to do. #}
{% macro resourcing_told(fault, person_name, project_name) -%}
    {{ person_name }}
    || case {{ fault }}.fault
        when 'booked_on_day_off'
            then
                ' is booked on ' || {{ project_name }} || ' for '
                || {{ hours_told(fault ~ '.fault_hours') }} || ' on days off from '
                || {{ fault }}.first_date || '. The PSA does not know them: '
                || 'enter them in PSA and book somebody else.'
        when 'booked_after_leaving'
            then
                ' is booked on ' || {{ project_name }} || ' for '
                || {{ hours_told(fault ~ '.fault_hours') }} || ' from '
                || {{ fault }}.first_date || ', after leaving. Book somebody else in PSA.'
        when 'certificate_expired'
            then
                ' is booked on ' || {{ project_name }} || ', which needs '
                || {{ fault }}.detail
                || '. Renew it and note it in HR, or book somebody else in PSA.'
        when 'rate_missing'
            then
                ' logged ' || {{ hours_told(fault ~ '.fault_hours') }} || ' on '
                || {{ project_name }} || ' since ' || {{ fault }}.first_date
                || ' without a rate, so they count as nothing. '
                || 'Add the rate to the rate card in PSA.'
        when 'cost_rate_missing'
            then
                ' worked ' || {{ hours_told(fault ~ '.fault_hours') }} || ' since '
                || {{ fault }}.first_date || ' without a cost rate, so the margins of '
                || 'those months are not known. Add the rate in HR.'
        when 'time_after_leaving'
            then
                ' has ' || {{ hours_told(fault ~ '.fault_hours') }} || ' on '
                || {{ project_name }} || ' from ' || {{ fault }}.first_date
                || ', after leaving. Correct the hours in PSA, or the last day in HR.'
        when 'time_before_joining'
            then
                ' has ' || {{ hours_told(fault ~ '.fault_hours') }} || ' on '
                || {{ project_name }} || ' from ' || {{ fault }}.first_date
                || ', before joining. Correct the hours in PSA, or the first day in HR.'
        when 'time_on_day_off'
            then
                ' has ' || {{ hours_told(fault ~ '.fault_hours') }} || ' on '
                || {{ project_name }} || ' on days off from ' || {{ fault }}.first_date
                || '. Correct the hours in PSA, or the day off in HR.'
    end
{%- endmacro %}
