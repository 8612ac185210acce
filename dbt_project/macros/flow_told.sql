{#  Where a field breaks on its way, in a sentence. #}
{% macro flow_told(flow) -%}
    case
        when {{ flow }}.to_role is null then 'No other system keeps a copy.'
        when
            {{ flow }}.n_seen_backwards + {{ flow }}.n_different + {{ flow }}.n_off_owner
            = 0
            then
                case {{ flow }}.n_compared
                    when 0 then 'Nothing of it could be compared.'
                    else 'All ' || {{ flow }}.n_compared || ' copies follow.'
                end
        else
            concat_ws(
                ' ',
                case
                    when {{ flow }}.n_different > 0
                        then
                            'Copies that differ: ' || {{ flow }}.n_different
                            || ' of ' || {{ flow }}.n_compared || '.'
                end,
                case
                    when {{ flow }}.n_off_owner > 0
                        then
                            'Edits of the copy itself that still stand: '
                            || {{ flow }}.n_off_owner || '.'
                end,
                case
                    when {{ flow }}.n_seen_backwards > 0
                        then
                            'Edits that went the other way: '
                            || {{ flow }}.n_seen_backwards || '.'
                end
            )
    end
{%- endmacro %}
