{#  Whether a word of one name could be the initials of the other. #}
{% macro holds_initials(one, other) -%}
    coalesce(length(list_filter(
        {{ one }}.words,
        lambda word: length(word) between 3 and 6
        and length({{ other }}.initials) - length(word) between 0 and 1
        and starts_with({{ other }}.initials, word)
    )) > 0, false)
{%- endmacro %}
