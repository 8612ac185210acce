{#  Whose value counts: the systems in the order of who owns the field. #}
{% macro owner_rank(role, owners) -%}
    case {{ role }} {% for owner in owners %}
        when '{{ owner }}' then {{ loop.index }}
    {% endfor %} end
{%- endmacro %}

{#  The value of the first record that has one: live before deleted, owner before
    others, oldest first. With `of`, the first record that has that other value. #}
{% macro survivor(value, rank, of=none) -%}
    min_by({{ value }}, (is_deleted, {{ rank }}, age_rank)) filter (
        where {{ of or value }} is not null
    )
{%- endmacro %}
