{#  How two words of names can be one word, or null when they cannot. #}
{% macro word_likeness(left, right) -%}
    case
        when {{ left }}.word = {{ right }}.word then 'agree'
        when 'number' in ({{ left }}.word_class, {{ right }}.word_class) then null
        when
            least(length({{ left }}.word), length({{ right }}.word)) >= 4
            and damerau_levenshtein({{ left }}.word, {{ right }}.word) = 1
            then 'typo'
        when
            least(length({{ left }}.word), length({{ right }}.word)) >= 2
            and (
                starts_with({{ left }}.word, {{ right }}.word)
                or starts_with({{ right }}.word, {{ left }}.word)
            )
            then 'prefix'
        when
            least(length({{ left }}.word), length({{ right }}.word)) >= 3
            and {{ is_abbreviation(left ~ '.word', right ~ '.word') }}
            then 'abbreviation'
    end
{%- endmacro %}

{#  The letters of the shorter occur in the longer in the same order: assn, association. #}
{% macro is_abbreviation(left, right) -%}
    (
        length({{ left }}) != length({{ right }})
        and regexp_full_match(
            if(length({{ left }}) > length({{ right }}), {{ left }}, {{ right }}),
            regexp_replace(
                if(length({{ left }}) > length({{ right }}), {{ right }}, {{ left }}),
                '(.)', '\1.*', 'g'
            )
        )
    )
{%- endmacro %}

{#  The order in which likeness counts when a word is like several. #}
{% macro level_rank() -%}
    case level
        when 'agree' then 1 when 'typo' then 2 when 'prefix' then 3 else 4
    end
{%- endmacro %}
