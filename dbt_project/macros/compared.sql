{#  A value as it counts in a comparison. `rule` is a column with field_owners.compare_rule:
    names lose case, accents, punctuation, copy marks, legal form and idle words; words
    lose case, accents and punctuation; everything else only case and outer blanks. #}
{% macro compared(rule, value) -%}
    case {{ rule }}
        when 'name' then {{ name_compared(value) }}
        when 'words' then {{ normal_name(value) }}
        else lower(trim({{ value }}))
    end
{%- endmacro %}

{#  `idle_words` is a list of legal forms and words that tell nobody apart. #}
{% macro name_compared(value, idle_words='idle_words.words') -%}
    {{ without_words(
        "regexp_replace(" ~ normal_name(value)
        ~ ", ' (copy|duplicate|deleted)( [0-9]+)?$', '')",
        idle_words
    ) }}
{%- endmacro %}

{% macro tax_id_masked(value) -%}
    '…' || right(trim({{ value }}), 3)
{%- endmacro %}

{#  Two compared values say the same: equal, or one name is a short form of the other. #}
{% macro values_agree(rule, left, right) -%}
    case
        when {{ left }} is not distinct from {{ right }} then true
        when {{ rule }} = 'name'
            then coalesce(
                {{ words_told(left, right) }} or {{ words_told(right, left) }}, false
            )
        else false
    end
{%- endmacro %}
