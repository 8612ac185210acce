{#  What lies between our figure of an account and month and the ledger's own. #}
{% macro tie_out_sentence(typed) -%}
    case
        when {{ typed }}.ledger_amount is null
            then 'The ledger told no figure for this account and month.'
        when not {{ typed }}.is_ours
            then 'The firm decided that this account is not revenue.'
        when {{ typed }}.rest_amount = 0 and {{ typed }}.after_as_of_amount != 0
            then 'The rest is posted after the last day that counts.'
        when {{ typed }}.rest_amount = 0 then 'Both say the same.'
        when {{ typed }}.rest_amount = -{{ typed }}.late_amount
            then 'The rest was posted after the month was closed.'
        else 'We cannot explain the rest. Compare the journal of this month with ours.'
    end
{%- endmacro %}
