{#  The words of a name in the order of the alphabet: Hale, Tobin is Tobin Hale. #}
{% macro sorted_words(text) -%}
    {{ return(adapter.dispatch('sorted_words')(text)) }}
{%- endmacro %}

{% macro duckdb__sorted_words(text) -%}
    array_to_string(list_sort(string_split({{ text }}, ' ')), ' ')
{%- endmacro %}

{% macro spark__sorted_words(text) -%}
    array_join(array_sort(split({{ text }}, ' ')), ' ')
{%- endmacro %}
