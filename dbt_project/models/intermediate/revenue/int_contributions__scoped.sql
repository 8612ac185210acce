{#  Every contribution once for each scope it belongs to, to date and in its month. #}
with

contributions as (

    select * from {{ ref('revenue_contributions') }}

),

scoped as (

    select
        'firm' as scope_kind,
        'firm' as scope_id,
        contributions.*

    from contributions

    union all

    select
        'client' as scope_kind,
        client_id as scope_id,
        contributions.*

    from contributions

    union all

    select
        'project' as scope_kind,
        project_id as scope_id,
        contributions.*

    from contributions

    where project_id != 'unassigned'

    union all

    select
        'deal' as scope_kind,
        deal_id as scope_id,
        contributions.*

    from contributions

    where deal_id != 'unassigned'

),

timed as (

    select
        scoped.*,
        'to_date' as period

    from scoped

    union all

    select
        scoped.*,
        month as period

    from scoped

)

select * from timed
