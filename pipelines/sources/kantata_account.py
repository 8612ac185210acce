"""How the lists of Kantata are asked for, and what its records refer to."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from pipelines.sources import Record, SourceError
from pipelines.sources.dated_lists import DatedLists
from pipelines.sources.whole_lists import Counted

MOST = 200
SERVICES = {
    "salesforce": "crm",
    "hubspot": "crm",
    "quickbooks": "accounting",
    "xero": "accounting",
    "netsuite": "accounting",
    "intacct": "accounting",
}
"""Which role the service of an external reference has."""


@dataclass(frozen=True)
class Account(DatedLists):
    """One account, asked through the shared client."""

    def pages(self, name: str, said: Mapping[str, str]) -> Counted:
        """Yield a list, by number of page, with the count of its records."""
        count, size = 0, str(min(MOST, self.client.page_size))

        def turn(number: int) -> tuple[list[Record], int | None]:
            nonlocal count
            query = {**said, "page": str(number), "per_page": size}
            body = self.client.get(f"/api/v1/{name}.json", name, query)
            try:
                page = [dict(body[one["key"]][one["id"]]) for one in body["results"]]
                count, last = int(body["count"]), int(body["meta"]["page_count"])
            except (KeyError, TypeError, ValueError) as error:
                raise SourceError(
                    self.client.system,
                    name,
                    f"the answer lacks {error}, which its results speak of. Nothing "
                    "was loaded; run again.",
                ) from error
            return page, number + 1 if number < last else None

        for page in self.client.lists(name, 1, turn):
            yield page, count

    def between(self, first: date | None, last: date | None) -> dict[str, str]:
        """Return how to ask for days from ``first`` to ``last``, both included."""
        days = f"{first or date(1990, 1, 1)}:{last or date(2199, 12, 31)}"
        return {"date_performed_between": days}

    def changed(self, since: datetime) -> dict[str, str]:
        """Return how to ask for what changed since then."""
        return {"updated_after": f"{since:%Y-%m-%dT%H:%M:%SZ}"}

    def count(self, name: str, **said: str) -> int:
        """Return how many records a list has under these conditions."""
        query = {**said, "page": "1", "per_page": "1"}
        return int(self.client.get(f"/api/v1/{name}.json", name, query)["count"])

    @cached_property
    def _custom(self) -> Mapping[tuple[str, str], Mapping[str, Any]]:
        found: dict[tuple[str, str], dict[str, Any]] = defaultdict(dict)
        for page in self.listed("custom_field_values"):
            for told in page:
                subject = str(told["subject_type"]), str(told["subject_id"])
                found[subject][_forgiven(told["custom_field_name"])] = told["value"]
        return found

    def custom(self, kind: str, number: str, wanted: Mapping[str, str]) -> Record:
        """Return the columns that custom fields of one record carry."""
        told = self._custom.get((kind, number), {}) if wanted else {}
        return {column: told.get(_forgiven(name)) for column, name in wanted.items()}

    @cached_property
    def references(self) -> Mapping[tuple[str, str, str], str]:
        """Return the id in another role's system by kind, id and role."""
        found: dict[tuple[str, str, str], str] = {}
        for page in self.listed("external_references"):
            for told in page:
                role = SERVICES.get(str(told["service_name"]).lower())
                if role:
                    key = str(told["subject_type"]), str(told["subject_id"]), role
                    found.setdefault(key, str(told["service_model_ref"]))
        return found

    @cached_property
    def roles(self) -> Mapping[str, str]:
        """Return the names of roles by id."""
        return {str(r["id"]): str(r["name"]) for p in self.listed("roles") for r in p}

    @cached_property
    def emails(self) -> Mapping[str, str]:
        """Return the e-mail addresses of people by id."""
        people = (user for page in self.listed("users") for user in page)
        return {str(one["id"]): str(one.get("email_address") or "") for one in people}

    @cached_property
    def memberships(self) -> Mapping[str, Record]:
        """Return since when people belong to the account, by the membership's id."""
        pages = self.listed("account_memberships")
        return {str(one["id"]): one for page in pages for one in page}

    @cached_property
    def resources(self) -> Mapping[str, Record]:
        """Return who works in which role on a workspace, by the resource's id."""
        pages = self.listed("workspace_resources")
        return {str(one["id"]): one for page in pages for one in page}


def _forgiven(name: Any) -> str:
    """Return a field's name without regard to case, blanks and underscores."""
    return str(name).lower().replace("_", "").replace(" ", "")
