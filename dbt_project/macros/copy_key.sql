{#  A name without case, accents, punctuation and copy marks: two records of one system
    with the same key may be copies of each other. #}
{% macro copy_key(expression) -%}
    regexp_replace(
        regexp_replace(
            strip_accents(lower({{ expression }})),
            '\b(copy of|copy|duplicate of|duplicate|kopie|copie|copia)\b(\s*\(?\d+\)?\s*$)?',
            ' ',
            'g'
        ),
        '[^[:alnum:]]+',
        '',
        'g'
    )
{%- endmacro %}
