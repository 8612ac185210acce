"""What is to be cleaned up and repaired in the worked examples."""

from decimal import Decimal

import duckdb

from tests.dashboards.tables import MONEY, table


def write_tidying(opened: duckdb.DuckDBPyConnection) -> None:
    """Write two tasks of two clients and one integration to repair."""
    table(
        opened,
        "marts.clean_up_tasks",
        "task_id varchar, task_kind varchar, record_id varchar, client_id varchar, "
        "role varchar, owner_role varchar, sentence varchar, position integer, "
        f"money_at_stake {MONEY}",
        [
            (
                *("merge:1", "merge", "hubspot:deal:D-201", "core", "crm", "sales"),
                *("Keep D-201 and merge D-201b into it.", 1, Decimal("45000.00")),
            ),
            (
                *("write_id:2", "write_id", "birdview:client:acme", "acme", "psa"),
                *("delivery", "Write 7 into acme.", 1, Decimal("0.00")),
            ),
        ],
    )
    table(
        opened,
        "marts.integration_scores",
        "position integer, label varchar, owner_role varchar, n_broken integer, "
        f"money_at_stake {MONEY}, oldest_working_days integer, "
        "done_day_number integer, "
        "is_in_ninety_days boolean",
        [(1, "Won deals become projects", "delivery", 3, Decimal(9), 4, 10, True)],
    )
