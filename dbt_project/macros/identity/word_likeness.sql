{#  How two words of names can be one word, or null when they cannot. A number is like
    no other number. #}
{% macro word_likeness(left, right) -%}
    case
        when {{ left }} = {{ right }} then 'agree'
        when regexp_matches({{ left }} || {{ right }}, '[0-9]') then null
        when
            least(length({{ left }}), length({{ right }})) >= 4
            and damerau_levenshtein({{ left }}, {{ right }}) = 1
            then 'typo'
        when
            least(length({{ left }}), length({{ right }})) >= 3
            and (
                starts_with({{ left }}, {{ right }})
                or starts_with({{ right }}, {{ left }})
            )
            then 'prefix'
        when
            least(length({{ left }}), length({{ right }})) >= 3
            and {{ is_abbreviation(left, right) }}
            then 'abbreviation'
    end
{%- endmacro %}

{#  The letters of the shorter occur in the longer in the same order: assn,
    association. #}
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
