{#  The sentence of a step: its driver's template with the slots filled. Every slot
    always has a value. #}
{% macro step_sentence(drivers, steps, firm) -%}
    replace(replace(replace(replace(replace(replace(
        case when {{ steps }}.n_records = 1
            then {{ drivers }}.sentence_one else {{ drivers }}.sentence_many end,
        '{amount}', {{ amount_in_words(steps ~ '.step_amount', steps ~ '.currency_code') }}),
        '{records}', {{ steps }}.record_names || case
            when {{ steps }}.n_records > 3
                then ' and ' || ({{ steps }}.n_records - 3) || ' more'
            else '' end),
        '{n}', cast({{ steps }}.n_records as varchar)),
        '{higher}', case when {{ steps }}.step_amount > 0 then 'higher' else 'lower' end),
        '{adds}', case when {{ steps }}.step_amount > 0 then 'adds' else 'takes away' end),
        '{as_of}', {{ day_in_words(firm ~ '.as_of') }})
{%- endmacro %}

{#  A positive amount with its currency, in whole units; with cents below ten. #}
{% macro amount_in_words(amount, currency) -%}
    {{ currency }} || ' ' || case
        when abs({{ amount }}) < 10 then cast(abs({{ amount }}) as varchar)
        else format('{:,}', cast(round(abs({{ amount }})) as bigint))
    end
{%- endmacro %}

{% macro day_in_words(day) -%}
    cast(day({{ day }}) as varchar) || ' ' || monthname({{ day }})
{%- endmacro %}

{#  Only faults and gaps have an owner; where the owner depends on the system that keeps
    the record, the segment tells which. #}
{% macro step_owner(owner_role, segment, driver_class) -%}
    case
        when {{ driver_class }} in ('L', 'T') then 'none'
        when {{ owner_role }} != 'by system' then {{ owner_role }}
        when {{ segment }} = 'psa_to_planned' then 'delivery'
        when {{ segment }} = 'crm_to_expected' then 'sales'
        else 'finance'
    end
{%- endmacro %}

{% macro step_fix(fix_in, segment, driver_class) -%}
    case
        when {{ driver_class }} in ('L', 'T') then 'none'
        when {{ fix_in }} != 'by system' then {{ fix_in }}
        when {{ segment }} = 'psa_to_planned' then 'psa'
        when {{ segment }} = 'crm_to_expected' then 'crm'
        else 'accounting'
    end
{%- endmacro %}
