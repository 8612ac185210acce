{#  What to do with a record, in its own system. A copied invoice is voided: books are
    not merged. #}
{% macro task_told(task) -%}
    case
        when {{ task }}.task_kind = 'merge' and {{ task }}.entity = 'invoice'
            then
                'Keep ' || {{ task }}.record_id || ' and void '
                || {{ task }}.merged_record_ids || '.'
        when {{ task }}.task_kind = 'merge'
            then
                'Keep ' || {{ task }}.record_id || ' and merge '
                || {{ task }}.merged_record_ids || ' into it'
                || case
                    when {{ task }}.entity = 'person' then ''
                    else coalesce(', under the name ' || {{ task }}.name_to_use, '')
                end || '.'
        when {{ task }}.task_kind = 'write_id'
            then
                'Write ' || {{ task }}.id_to_write || ' into ' || {{ task }}.record_id
                || ', as its id in ' || {{ system_told(task ~ '.id_of_role') }} || '.'
        else
            'Set ' || replace({{ task }}.stated_field, '_', ' ') || ' of '
            || {{ task }}.record_id
            || case
                when {{ task }}.entity in ('contact', 'person') then ' as its owner says'
                else ' to "' || {{ task }}.value_to_use || '"'
            end || '.'
    end
{%- endmacro %}
