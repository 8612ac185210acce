{#  A person's decisions about records of one kind, readable from either record. #}
{% macro decisions_both_ways(entity) -%}
    select
        left_record as record_id,
        right_record as other_record_id,
        decision

    from {{ source('rules', 'identity_decisions') }}

    where entity = '{{ entity }}'

    union

    select
        right_record as record_id,
        left_record as other_record_id,
        decision

    from {{ source('rules', 'identity_decisions') }}

    where entity = '{{ entity }}'
{%- endmacro %}
