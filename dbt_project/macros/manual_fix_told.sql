{#  A manual fix in sentences: what somebody did, and what to do instead. #}
{% macro manual_fix_told(found) -%}
    coalesce({{ found }}.changed_by, 'Somebody') || ' changed '
    || replace({{ found }}.stated_field, '_', ' ') || ' of ' || {{ found }}.n_records
    || case {{ found }}.n_records when 1 then ' record' else ' records' end || ' in '
    || {{ system_told(found ~ '.role') }}
    || case {{ found }}.habit
        when 'closed_period_edit'
            then
                ' after its month was closed. Post a correction in an open month '
                || 'instead.'
        when 'import_edit'
            then ' by an import. Enter it in the system that owns it instead.'
        else
            ' within one minute. Ask which list was copied, and retire that list.'
    end
{%- endmacro %}
