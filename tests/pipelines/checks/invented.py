"""Invented firms with planted habits, whose edits are judged as the night does."""

from pathlib import Path

from known_firm import plant_identities, plant_records
from planted import Planted

from pipelines.sandbox import portfolio
from pipelines.sandbox.dates import AS_OF, working_day
from pipelines.sandbox.draft import Draft, Row
from pipelines.sandbox.invention import invent
from pipelines.sandbox.planted.habits import plant_habits
from pipelines.sandbox.truths import Truths

TABLES_READ = {
    *("accounts", "contacts", "deals", "clients", "projects", "change_orders"),
    *("milestones", "people", "customers", "invoices", "employees", "field_changes"),
    *("stage_history", "field_values"),
}
MODELS = (
    *("int_field_values__stated", "int_field_values__remembered"),
    *("int_field_changes__unioned", "int_field_edits__dated"),
    *("int_fact_groups__listed", "int_facts__owned", "int_fact_values__united"),
    *("int_fact_values__dated", "int_copy_edits__judged", "int_owner_edits__judged"),
    *("int_off_owner_edits__listed", "int_fact_values__circled"),
)


def firm(seed: int, n_of_each: int) -> tuple[Draft, Truths]:
    """Invent a firm of the sandbox's size and plant each habit some times more."""
    draft, truths = invent(seed, AS_OF)
    spoilt = {a.client for a in truths.answers if a.kind == "off_owner_edits"}
    keys = {value: key for key, value in truths.identities.items()}
    accounts = [a for a in _accounts(seed) if a.key in keys and a.key not in spoilt]
    plant_habits(draft, accounts, truths, n_of_each)
    return draft, truths


def _accounts(seed: int) -> list[portfolio.Account]:
    from random import Random

    return portfolio.accounts(Random(f"{seed}/clients"), set())


def judge(path: Path, draft: Draft, truths: Truths) -> Planted:
    """Build the models of edits over a firm whose identities are known."""
    planted = plant_records(path, draft, TABLES_READ)
    planted.seed("field_columns")
    planted.seed("field_owners", "lag_hours integer")
    plant_identities(planted, draft, truths)
    _plant_deals(planted, draft)
    planted.rows(
        "recreated_records",
        [],
        "record_id varchar; entity varchar; client_id varchar; role varchar; "
        "creating_role varchar; record_name varchar; id_to_write varchar; "
        "original_record_id varchar; created_at timestamp; source_system varchar; "
        "source_record_type varchar; source_record_id varchar",
    )
    planted.build(*MODELS)
    return planted


def _plant_deals(planted: Planted, draft: Draft) -> None:
    deals = draft.rows("crm", "deals")
    planted.rows("deals", [{"deal_id": f"hubspot:deal:{d['deal_id']}"} for d in deals])
    planted.rows(
        "int_deals__frozen",
        [_frozen(draft, deal) for deal in deals if deal["closed_at"]],
        "frozen_at timestamp; frozen_amount decimal(18, 2)",
    )


def _frozen(draft: Draft, deal: Row) -> Row:
    changes = sorted(
        draft.where(
            "crm", "field_changes", record_id=deal["deal_id"], field="net_amount"
        ),
        key=lambda change: change["changed_at"],
    )
    later = [change for change in changes if change["changed_at"] > deal["closed_at"]]
    return {
        "deal_id": f"hubspot:deal:{deal['deal_id']}",
        "frozen_at": working_day(deal["closed_at"].date(), 3),
        "frozen_amount": later[0]["old_value"] if later else deal["net_amount"],
    }
