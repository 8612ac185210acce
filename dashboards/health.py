"""Whether the numbers add up, and what the checks found about the records."""

from dashboards import pieces
from dashboards.anchors import SEGMENTS
from dashboards.freshness import LAYERS
from dashboards.warehouse import Row, has, read

SUITES = """
select
    suite,
    mode(fix_in) as fix_in,
    count(*) as n_findings,
    count(distinct client_id) as n_clients,
    coalesce(sum(money_at_stake), 0) as money_at_stake
from quality.findings
where status in ('new', 'open', 'regressed')
group by suite
order by money_at_stake desc, suite
"""
RESIDUAL = """
with

steps as (

    select scope_kind, scope_id, period, segment, sum(step_amount) as step_amount
    from marts.revenue_bridge
    group by all

)

select count(*) as n_gaps
from marts.revenue_anchors as starts
inner join marts.revenue_anchors as ends
    using (scope_kind, scope_id, period)
left join steps
    on starts.scope_kind = steps.scope_kind
    and starts.scope_id = steps.scope_id
    and starts.period = steps.period
    and steps.segment = ?
where starts.anchor = ?
    and ends.anchor = ?
    and ends.anchor_amount - starts.anchor_amount != coalesce(steps.step_amount, 0)
"""
UNPROVEN = """
with

evidence as (

    select scope_kind, scope_id, period, segment, driver, driver_class,
        sum(evidence_amount) as evidence_amount
    from marts.revenue_bridge_evidence
    group by all

)

select count(*) as n_gaps
from marts.revenue_bridge
left join evidence
    using (scope_kind, scope_id, period, segment, driver, driver_class)
where revenue_bridge.step_amount != coalesce(evidence.evidence_amount, 0)
"""


def residual() -> int:
    """Count the scopes and periods in which steps miss the difference; 0 is right."""
    return sum(
        int(read(RESIDUAL, segment, start, end)[0]["n_gaps"])
        for segment, (start, end) in SEGMENTS.items()
    )


def unproven() -> int:
    """Count the steps that their records do not add up to; 0 is right."""
    return int(read(UNPROVEN)[0]["n_gaps"])


def suites() -> list[Row]:
    """Return the open findings by check, the most money first."""
    return read(SUITES)


def rejected() -> list[Row]:
    """Return what the last loads put aside, by reason."""
    if not has("quality.quarantine"):
        return []
    return read(
        "select source_system, table_name, reason, count(*) as n_rows "
        "from quality.quarantine where is_loaded is not true group by all "
        "order by n_rows desc, source_system, table_name, reason limit 25"
    )


def gaps() -> list[Row]:
    """Return what the firm's own systems cannot tell, by system."""
    if not (has("rules.system_gaps") and has("rules.connections")):
        return []
    return read(
        "select distinct system, about, what_is_missing from rules.system_gaps "
        "inner join rules.connections using (system) where connections.beside is null "
        "order by system, about, what_is_missing"
    )


def affects(fix_in: str | None) -> str:
    """Say which numbers a check's findings touch."""
    layer = LAYERS.get(fix_in or "")
    return f"{layer} numbers" if layer else "No number"


def state(row: Row) -> str:
    """Return a source's state as a coloured word."""
    if row["last_loaded_at"] is None:
        return pieces.state("Still loading", "U")
    if row["is_complete"] is False:
        return pieces.state("Loaded in part", "F")
    if row["is_stale"]:
        return pieces.state("Late", "U")
    return pieces.state("Up to date", "ok")
