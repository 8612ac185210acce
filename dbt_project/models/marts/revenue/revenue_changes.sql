{#  Changes only, night after night: what a number was in any earlier night is what it
    is now without the changes since. The classes of past nights stay as they were. #}
with

remembered as (

    select * from {{ ref('int_contributions__remembered') }}

),

classes as (

    select * from {{ ref('int_changes__classed') }}

),

firm as (

    select * from {{ source('rules', 'firm') }}

),

closed_periods as (

    select distinct period from {{ ref('int_accounting_closed_periods__unioned') }}

),

held as (

    {{ last_night({
        'run_at': 'timestamp', 'previous_run_at': 'timestamp', 'record_id': 'varchar',
        'deal_id': 'varchar', 'project_id': 'varchar', 'client_id': 'varchar',
        'anchor': 'varchar', 'month': 'varchar', 'change_class': 'varchar',
        'explanation': 'varchar', 'code_version': 'varchar',
        'previous_code_version': 'varchar', 'currency_code': 'varchar',
        'old_amount': 'decimal(38, 2)', 'new_amount': 'decimal(38, 2)',
        'change_amount': 'decimal(38, 2)', 'is_closed_period': 'boolean'
    }) }}

),

compared as (

    select
        record_id,
        deal_id,
        project_id,
        client_id,
        anchor,
        month,
        coalesce(sum(contribution_amount) filter (where state = 'before'), 0)
            as old_amount,
        coalesce(sum(contribution_amount) filter (where state = 'now'), 0)
            as new_amount

    from remembered

    group by all

),

changes as (

    select

        ---------- timestamps
        classes.run_at,
        classes.previous_run_at,

        ---------- ids
        compared.record_id,
        compared.deal_id,
        compared.project_id,
        compared.client_id,

        ---------- strings
        compared.anchor,
        compared.month,
        classes.change_class,
        {{ change_sentence('classes') }} as explanation,
        classes.code_version,
        classes.previous_code_version,
        firm.reporting_currency as currency_code,

        ---------- numerics
        compared.old_amount,
        compared.new_amount,
        compared.new_amount - compared.old_amount as change_amount,

        ---------- booleans
        compared.month in (select closed_periods.period from closed_periods)
            as is_closed_period

    from compared

    cross join firm

    inner join classes
        on
            compared.anchor = classes.anchor
            and compared.record_id = classes.record_id

    where compared.old_amount != compared.new_amount

)

select * from changes

union all

select held.*

from held

inner join firm
    on held.run_at < firm.run_at
