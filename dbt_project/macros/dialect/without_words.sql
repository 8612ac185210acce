{#  A text without the words of a list; the text itself when nothing would be left. #}
{% macro without_words(text, words) -%}
    {{ return(adapter.dispatch('without_words')(text, words)) }}
{%- endmacro %}

{% macro duckdb__without_words(text, words) -%}
    coalesce(
        nullif(array_to_string(
            list_filter(
                string_split({{ text }}, ' '),
                lambda word: not list_contains({{ words }}, word)
            ),
            ' '
        ), ''),
        {{ text }}
    )
{%- endmacro %}

{% macro spark__without_words(text, words) -%}
    coalesce(
        nullif(array_join(array_except(split({{ text }}, ' '), {{ words }}), ' '), ''),
        {{ text }}
    )
{%- endmacro %}
