{#  Why a number is not what it was last night, as a sentence. #}
{% macro change_sentence(change) -%}
    case {{ change }}.change_class
        when 'moved_by_our_rule'
            then 'We changed a rule: code version ' || {{ change }}.previous_code_version
                || ' became ' || {{ change }}.code_version || '.'
        when 'matched_differently'
            then 'The record now belongs to another client, project or deal.'
        when 'new_in_source' then 'The record is new.'
        when 'arrived_late'
            then 'The record is dated before the last night, or in a closed month, and arrived after it.'
        when 'removed_or_voided' then 'The record was removed or voided.'
        when 'moved_month' then 'The date of the record was changed.'
        when 'status_changed' then 'The status of the record was changed.'
        when 'exchange_rate_changed' then 'The table of exchange rates was changed.'
        else 'The amount was changed, on the record or on what it is counted by.'
    end
{%- endmacro %}
