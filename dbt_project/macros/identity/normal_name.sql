{#  A name as names are compared: no accents, case or punctuation, dotted initials
    joined (N.V. is nv), ampersands written out, one space between words. #}
{% macro normal_name(expression) -%}
    trim(regexp_replace(
        regexp_replace(
            regexp_replace(
                regexp_replace(
                    replace(
                        replace(
                            replace(strip_accents(lower({{ expression }})), '&', ' and '),
                            '''', ''
                        ),
                        'ß', 'ss'
                    ),
                    '\b(\p{L})\. ?(\p{L})\. ?(\p{L})\. ?(\p{L})\.', '\1\2\3\4 ', 'g'
                ),
                '\b(\p{L})\. ?(\p{L})\. ?(\p{L})\.', '\1\2\3 ', 'g'
            ),
            '\b(\p{L})\. ?(\p{L})(\.|\b)', '\1\2 ', 'g'
        ),
        '[^\p{L}\p{N}]+', ' ', 'g'
    ))
{%- endmacro %}

{#  "Quince, Mara" is Mara Quince. #}
{% macro first_name_first(expression) -%}
    regexp_replace({{ expression }}, '^([^,]+), *([^,]+)$', '\2 \1')
{%- endmacro %}
