"""The raw tables of Harvest, and its records as rows of them."""

from collections.abc import Callable, Mapping

from pipelines.sources import RawTable, Record, columns

Managers = Mapping[str, str]
"""The e-mail address of the manager of each project."""


def _table(
    name: str, said: str, *, is_swept: bool = False, cursor: str | None = None
) -> RawTable:
    is_kept = is_swept or bool(cursor)
    return RawTable(name, columns(said), ("id",), cursor, is_complete_list=not is_kept)


TABLES = (
    _table(
        "clients",
        "id name is_active:boolean address currency created_at:timestamp "
        "updated_at:timestamp",
        is_swept=True,
    ),
    _table(
        "projects",
        "id client_id currency name code is_active:boolean is_billable:boolean "
        "is_fixed_fee:boolean budget_by budget_is_monthly:boolean budget:decimal "
        "cost_budget:decimal fee:decimal starts_on:date ends_on:date notes "
        "manager_email created_at:timestamp updated_at:timestamp",
        is_swept=True,
    ),
    _table(
        "users",
        "id first_name last_name email employee_id is_active:boolean role "
        "created_at:timestamp updated_at:timestamp",
    ),
    _table(
        "time_entries",
        "id project_id user_id task spent_date:date hours:decimal billable:boolean "
        "billable_rate:decimal approval_status is_closed:boolean notes "
        "updated_at:timestamp",
        cursor="updated_at",
    ),
    _table(
        "expenses",
        "id project_id user_id spent_date:date total_cost:decimal billable:boolean "
        "approval_status is_closed:boolean currency updated_at:timestamp",
    ),
    _table("client_ids", "id"),
    _table("project_ids", "id"),
)


def _kept(told: Record, *names: str) -> Record:
    return {name: told.get(name) for name in names}


def _client(told: Record, managers: Managers) -> Record:
    names = "id name is_active address currency created_at updated_at"
    return _kept(told, *names.split())


def _project(told: Record, managers: Managers) -> Record:
    names = (
        "id name code is_active is_billable is_fixed_fee budget_by budget_is_monthly "
        "budget cost_budget fee starts_on ends_on notes created_at updated_at"
    )
    owner = told.get("client") or {}
    return _kept(told, *names.split()) | {
        "client_id": owner.get("id"),
        "currency": owner.get("currency"),
        "manager_email": managers.get(str(told.get("id"))),
    }


def _user(told: Record, managers: Managers) -> Record:
    names = "id first_name last_name email employee_id is_active created_at updated_at"
    roles = told.get("roles") or [None]
    return _kept(told, *names.split()) | {"role": roles[0]}


def _time_entry(told: Record, managers: Managers) -> Record:
    names = (
        "id spent_date hours billable billable_rate approval_status is_closed notes "
        "updated_at"
    )
    return _kept(told, *names.split()) | {
        "project_id": (told.get("project") or {}).get("id"),
        "user_id": (told.get("user") or {}).get("id"),
        "task": (told.get("task") or {}).get("name"),
    }


def _expense(told: Record, managers: Managers) -> Record:
    names = "id spent_date total_cost billable approval_status is_closed updated_at"
    return _kept(told, *names.split()) | {
        "project_id": (told.get("project") or {}).get("id"),
        "user_id": (told.get("user") or {}).get("id"),
        "currency": (told.get("client") or {}).get("currency"),
    }


ROWS: Mapping[str, Callable[[Record, Managers], Record]] = {
    "clients": _client,
    "projects": _project,
    "users": _user,
    "time_entries": _time_entry,
    "expenses": _expense,
}
"""The lists of the API, in loading order, and what makes a row of each."""
