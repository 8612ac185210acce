"""Invented firms with planted habits, whose edits are judged as the night does."""

from pathlib import Path

from planted import Planted

from pipelines.common_model import TABLES
from pipelines.sandbox import portfolio
from pipelines.sandbox.dates import AS_OF, working_day
from pipelines.sandbox.draft import Draft, Row
from pipelines.sandbox.invention import invent
from pipelines.sandbox.planted.habits import plant_habits
from pipelines.sandbox.truths import SYSTEMS, Truths

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
IDENTITIES = {
    "clients": ("client_id", {"account", "client", "customer"}),
    "projects": ("project_id", {"project"}),
    "people": ("person_id", {"person", "employee"}),
}
IDENTIFIED = (
    "record_id varchar; client_id varchar; legal_entity_id varchar; "
    "project_id varchar; person_id varchar"
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
    planted = Planted(path)
    for table in TABLES:
        rows = draft.rows(table.role, table.name) if table.name in TABLES_READ else ()
        own = {"source_system": SYSTEMS[table.role]}
        planted.common(table.role, table.name, [own | row for row in rows])
    planted.seed("field_columns")
    planted.seed("field_owners", "lag_hours integer")
    planted.rows(
        "rules.connections",
        [{"role": role, "source_system": name} for role, name in SYSTEMS.items()],
    )
    _plant_identities(planted, draft, truths)
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


def _plant_identities(planted: Planted, draft: Draft, truths: Truths) -> None:
    for name, (column, kinds) in IDENTITIES.items():
        rows = [
            {"record_id": record, column: key}
            for record, key in truths.identities.items()
            if record.split(":")[1] in kinds
        ]
        planted.rows(f"int_{name}__identified", rows, IDENTIFIED)
    deals = draft.rows("crm", "deals")
    projects = draft.rows("psa", "projects")
    linked = {
        (deal["deal_id"], truths.of("psa", "project", project["project_id"]))
        for project in projects
        for deal in deals
        if deal["deal_id"] == project["crm_deal_id"]
        or deal["psa_project_id"] == project["project_id"]
    }
    planted.rows(
        "int_deal_projects__linked",
        [
            {"source_system": "hubspot", "deal_id": deal, "project_id": project}
            for deal, project in sorted(linked, key=str)
            if project
        ],
    )
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
