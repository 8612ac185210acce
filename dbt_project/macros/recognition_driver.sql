{#  Why a ledger movement that posts no invoice differs from what was billed. #}
{% macro recognition_driver(movement) -%}
    case {{ movement }}.kind
        when 'deferral' then 'deferred'
        when 'recognition' then 'deferred'
        when 'accrual' then 'unbilled_accrued'
        when 'catch_up' then 'progress_catch_up'
        when 'pass_through' then 'agent_net'
        when 'variable' then 'variable_consideration'
        when 'fx' then 'fx'
        else
            case
                when {{ movement }}.has_basis then 'progress_catch_up'
                else 'manual_journal_without_basis'
            end
    end
{%- endmacro %}
