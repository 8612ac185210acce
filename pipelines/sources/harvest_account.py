"""How the lists of Harvest are asked for, page by page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import parse_qsl, urlencode, urlsplit

from pipelines.sources import Record
from pipelines.sources.dated_lists import DatedLists
from pipelines.sources.paging import records
from pipelines.sources.whole_lists import Counted

MOST = 2000


@dataclass(frozen=True)
class Account(DatedLists):
    """One account, asked through the shared client."""

    def pages(self, name: str, said: Mapping[str, str]) -> Counted:
        """Yield a list, newest first, with the count of its entries."""
        count = 0

        def turn(asked: str) -> tuple[list[Record], str | None]:
            nonlocal count
            query = {**said, **dict(parse_qsl(asked))}
            body = self.client.get(f"/v2/{name}", name, query)
            page = records(self.client.system, name, body, name)
            count = int(body.get("total_entries") or 0)
            # The link names the real host: only what it asks for is taken.
            following = (body.get("links") or {}).get("next")
            return page, urlsplit(following).query if following else None

        size = {"per_page": str(min(MOST, self.client.page_size))}
        first = urlencode(size)
        for page in self.client.lists(name, first, turn):
            yield page, count

    def between(self, first: date | None, last: date | None) -> dict[str, str]:
        """Return how to ask for days from ``first`` to ``last``, both included."""
        days = {"from": first, "to": last}
        return {name: str(day) for name, day in days.items() if day}

    def changed(self, since: datetime) -> dict[str, str]:
        """Return how to ask for what changed since then."""
        return {"updated_since": f"{since:%Y-%m-%dT%H:%M:%SZ}"}

    def count(self, name: str, **said: str) -> int:
        """Return how many entries a list has under these conditions."""
        body = self.client.get(f"/v2/{name}", name, {**said, "per_page": "1"})
        return int(body["total_entries"])

    def managers(self) -> dict[str, str]:
        """Return the e-mail address of each project's manager, the first by id."""
        emails = {
            str(user["id"]): str(user.get("email") or "")
            for page in self.listed("users")
            for user in page
        }
        found: dict[str, str] = {}
        for page in self.listed("user_assignments"):
            for told in sorted(page, key=lambda one: int(one["id"])):
                if told.get("is_project_manager") and told.get("is_active"):
                    email = emails.get(str(told["user"]["id"]), "")
                    found.setdefault(str(told["project"]["id"]), email)
        return found
