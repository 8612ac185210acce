"""Later days change what people changed, and nothing else."""

from datetime import date

from pipelines.sandbox.dates import at
from pipelines.sandbox.world import World, build_world

ON = date(2026, 6, 1)


def changed(before: World, after: World, role: str, table: str) -> list[dict]:
    known = {repr(row) for row in before.records(role, table)}
    return [row for row in after.records(role, table) if repr(row) not in known]


def test_a_changed_record_says_when_it_changed(world: World) -> None:
    later = build_world(world.seed, ON)
    for role, table in (("crm", "accounts"), ("crm", "deals"), ("psa", "time_entries")):
        rows = changed(world, later, role, table)
        assert rows
        assert all(row["updated_at"] >= at(ON, 0) for row in rows)


def test_time_arrives_late_for_earlier_days(world: World) -> None:
    later = build_world(world.seed, ON)
    rows = changed(world, later, "psa", "time_entries")
    late = [row for row in rows if not row["is_deleted"]]
    assert {row["work_date"].month for row in late} == {5}
    assert [row["is_deleted"] for row in rows].count(True) == 1


def test_days_build_on_one_another(world: World) -> None:
    two, three = (build_world(world.seed, date(2026, 6, n)) for n in (2, 3))
    assert [r["status"] for r in changed(two, three, "accounting", "invoices")] == [
        "void"
    ]
    assert [r["is_deleted"] for r in changed(two, three, "crm", "accounts")] == [True]


def test_a_day_without_events_changes_nothing_that_people_keep(world: World) -> None:
    four, five = (build_world(world.seed, date(2026, 6, n)) for n in (4, 5))
    assert four.tables == five.tables
