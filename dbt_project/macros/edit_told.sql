{#  An edit in a sentence. Where only two nights show it, nobody knows who made it. #}
{% macro edit_told(edit) -%}
    {{ system_told(edit ~ '.role') }} || ' record ' || {{ edit }}.source_record_id
    || ' got another ' || replace({{ edit }}.column_name, '_', ' ')
    || case {{ edit }}.resolution
        when 'night'
            then
                ' between the nights of ' || {{ edit }}.changed_after_date || ' and '
                || cast({{ edit }}.changed_at as date)
                || '. The system keeps no history, so nobody knows who changed it.'
        else
            ' by ' || case {{ edit }}.means
                when 'person' then coalesce({{ edit }}.changed_by, 'a person')
                when 'integration'
                    then
                        'an integration'
                        || coalesce(' (' || {{ edit }}.changed_by || ')', '')
                when 'import' then 'an import'
                when 'formula' then 'a formula'
                else 'unknown means'
            end || '.'
    end
{%- endmacro %}
