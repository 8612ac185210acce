{#  How much of `whole` a running weight has reached: round(T * w / W), in whole cents,
    half a cent away from zero; weights count to four places. Differences between two
    running weights are cumulative rounding: parts that cover the whole sum to it
    exactly. #}
{% macro reached_of(whole, weight, weight_total) -%}
    cast(
        sign({{ whole }}) * sign({{ weight }}) * sign({{ weight_total }}) * (
            (
                2
                * cast(abs({{ whole }}) * 100 as hugeint)
                * cast(abs({{ weight }}) * 10000 as hugeint)
                + cast(abs({{ weight_total }}) * 10000 as hugeint)
            )
            // (2 * cast(abs({{ weight_total }}) * 10000 as hugeint))
        ) * cast(0.01 as decimal(3, 2)) as decimal(18, 2)
    )
{%- endmacro %}

{#  The part of `whole` between two running weights, by cumulative rounding. #}
{% macro part_of(whole, weight_from, weight_to, weight_total) -%}
    cast(
        {{ reached_of(whole, weight_to, weight_total) }}
        - {{ reached_of(whole, weight_from, weight_total) }} as decimal(18, 2)
    )
{%- endmacro %}

{#  An amount in the reporting currency, rounded to the cent. #}
{% macro converted(amount, rate) -%}
    cast(round(({{ amount }}) * {{ rate }}, 2) as decimal(18, 2))
{%- endmacro %}
