"""An invented firm's records and rules, planted with who each record stands for."""

from collections.abc import Container
from pathlib import Path

from planted import FIRM, Planted

from pipelines.common_model import TABLES
from pipelines.sandbox.draft import Draft, Row
from pipelines.sandbox.truths import SYSTEMS, Truths

IDENTITIES = {
    "clients": ("client_id", {"account", "client", "customer"}),
    "projects": ("project_id", {"project"}),
    "people": ("person_id", {"person", "employee"}),
}
FIRM_RULES = {
    "account_map": "account_code varchar; account_kind varchar",
    "accepted_differences": "driver varchar",
    "companies": "company_id varchar; company_name varchar; currency_code varchar",
    "firm_holidays": "holiday_date date",
    "identity_decisions": "entity varchar; left_record varchar; right_record varchar; "
    "decision varchar; valid_from date",
    "mail_aliases": "alias varchar; address varchar",
    "source_accounts": "source_system varchar; account varchar",
}
"""The firm's own rules that are empty here, with their columns."""
COPIED = "source_system varchar; project_id varchar; survivor_project_id varchar"
IDENTIFIED = (
    "record_id varchar; client_id varchar; legal_entity_id varchar; "
    "project_id varchar; person_id varchar; link_kind varchar; explanation varchar; "
    "match_bits decimal(9, 3)"
)


def plant_firm(path: Path, draft: Draft, truths: Truths) -> Planted:
    """Plant every record of a firm, who each stands for, and the firm's own rules."""
    planted = plant_records(path, draft, {table.name for table in TABLES})
    plant_identities(planted, draft, truths)
    for name, columns in FIRM_RULES.items():
        planted.rows(f"rules.{name}", [], columns)
    planted.rows(
        "rules.firm",
        [FIRM | {"fiscal_year_start_month": 1, "months": "calendar"}],
        "as_of date; run_at timestamp; fiscal_year_start_month integer",
    )
    planted.rows(
        "rules.stages",
        [{"source_system": "hubspot", "stage": "closedwon", "meaning": "won"}],
    )
    planted.rows(
        "rules.working_days", [{"weekday": n} for n in range(1, 6)], "weekday integer"
    )
    planted.rows("int_projects__copied", [], COPIED)
    for name in ("clients", "projects"):
        grouped = [
            {"record_id": record, "group_id": record if name == "projects" else key}
            for record, key in truths.identities.items()
            if record.split(":")[1] in IDENTITIES[name][1]
        ]
        planted.rows(f"int_{name}__grouped", grouped)
    return planted


def plant_records(path: Path, draft: Draft, names: Container[str]) -> Planted:
    """Plant the records of these tables; the others are there, and empty."""
    planted = Planted(path)
    for table in TABLES:
        rows = draft.rows(table.role, table.name) if table.name in names else ()
        own = {"source_system": SYSTEMS[table.role]}
        planted.common(table.role, table.name, [own | row for row in rows])
    planted.rows(
        "rules.connections",
        [
            {"role": role, "source_system": name, "system": name}
            for role, name in SYSTEMS.items()
        ],
        "company_id varchar; beside varchar",
    )
    return planted


def plant_identities(planted: Planted, draft: Draft, truths: Truths) -> None:
    """Plant who each record stands for."""
    for name, (column, kinds) in IDENTITIES.items():
        rows = [
            {"record_id": record, column: key, "link_kind": "alone", **_parts(record)}
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


def _parts(record: str) -> Row:
    names = ("source_system", "source_record_type", "source_record_id")
    return dict(zip(names, record.split(":"), strict=True))
