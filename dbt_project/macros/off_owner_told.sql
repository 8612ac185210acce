{#  An edit against the rules in sentences: what happened, who did it as far as anybody
    knows, where to correct it first and where not. What reaches people is left out of sentences,
    which travel by e-mail. #}
{% macro off_owner_told(edit) -%}
    case {{ edit }}.pattern
        when 'recreated'
            then
                {{ edit }}.shown_new || ' (' || {{ edit }}.source_record_id
                || ') was entered again in ' || {{ system_told(edit ~ '.role') }}
                || ', nobody knows by whom. Write ' || {{ edit }}.shown_owner
                || ' into it there first. Do not correct '
                || {{ system_told(edit ~ '.owner_role') }} || '.'
        else
            {{ system_told(edit ~ '.role') }} || ' record '
            || {{ edit }}.source_record_id || ': '
            || case {{ edit }}.fact
                when 'contract_value' then 'sold amount'
                else replace({{ edit }}.fact, '_', ' ')
            end
            || case
                when {{ is_personal(edit) }} then ' was changed'
                else ' became "' || {{ edit }}.shown_new || '"'
            end
            || case {{ edit }}.resolution
                when 'night' then ' between two nights, nobody knows by whom. '
                else
                    ' by ' || case {{ edit }}.means
                        when 'integration' then 'an integration'
                        when 'import' then 'an import'
                        when 'formula' then 'a formula'
                        when 'person' then 'a person'
                        else 'unknown means'
                    end || coalesce(' (' || {{ edit }}.changed_by || ')', '') || '. '
            end
            || case {{ edit }}.pattern
                when 'drift_at_copy'
                    then
                        'Its owner, ' || {{ system_told(edit ~ '.owner_role') }}
                        || case
                            when {{ is_personal(edit) }} then ', says another one'
                            else ', said "' || {{ edit }}.shown_owner || '"'
                        end
                        || '. If the new value is right, correct it there first, and not only in '
                        || {{ system_told(edit ~ '.role') }} || '.'
                when 'conflict'
                    then
                        {{ system_told(edit ~ '.owner_role') }}
                        || ' got another value at the same time. Decide first in '
                        || {{ system_told(edit ~ '.owner_role') }}
                        || ', not in ' || {{ system_told(edit ~ '.role') }} || '.'
                when 'reverse_flow'
                    then
                        {{ system_told(edit ~ '.other_role') }}
                        || ' said it first. Change it back first in '
                        || {{ system_told(edit ~ '.owner_role') }} || ', not in '
                        || {{ system_told(edit ~ '.other_role') }}
                        || ', or record the reason.'
                else
                    'Nothing but people may write it there. Stop the integration and '
                    || 'correct it first in ' || {{ system_told(edit ~ '.owner_role') }}
                    || ', not in a copy.'
            end
    end
{%- endmacro %}
