{#  Whether every word of the first name stands in the second one: in full, cut short,
    abbreviated by leaving letters out, or with one slip of the pen. #}
{% macro words_told(short_name, long_name) -%}
    {{ return(adapter.dispatch('words_told')(short_name, long_name)) }}
{%- endmacro %}

{% macro duckdb__words_told(short_name, long_name) -%}
    len(list_filter(
        string_split({{ short_name }}, ' '),
        lambda word: len(list_filter(
            string_split({{ long_name }}, ' '),
            lambda other_word: {{ is_word_or_short('word', 'other_word') }}
        )) = 0
    )) = 0
{%- endmacro %}

{% macro spark__words_told(short_name, long_name) -%}
    forall(
        split({{ short_name }}, ' '),
        word -> exists(
            split({{ long_name }}, ' '),
            other_word -> {{ is_word_or_short('word', 'other_word') }}
        )
    )
{%- endmacro %}

{#  The cases go from cheap to dear: few pairs of words get to the last one. #}
{% macro is_word_or_short(left, right) -%}
    case
        when {{ left }} = {{ right }} then true
        when left({{ left }}, 1) != left({{ right }}, 1)
            or least(length({{ left }}), length({{ right }})) < 2 then false
        when starts_with({{ left }}, {{ right }}) or starts_with({{ right }}, {{ left }})
            then true
        when least(length({{ left }}), length({{ right }})) >= 5
            and damerau_levenshtein({{ left }}, {{ right }}) = 1 then true
        else {{ is_abbreviation(left, right) }}
    end
{%- endmacro %}
