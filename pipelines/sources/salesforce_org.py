"""How a Salesforce organisation is read: what it has, its records, its rates."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cached_property

from pipelines.sources import Page, Record, SourceError, TableError
from pipelines.sources.http import Client
from pipelines.sources.salesforce_objects import MAY_LACK, Kind
from pipelines.sources.salesforce_queries import Queries

USERS = "SELECT Id, Name, Email, IsActive, UserType, Profile.UserLicense.Name FROM User"
CORPORATE = "SELECT IsoCode, CreatedDate, ConversionRate, IsCorporate FROM CurrencyType"
DATED = "SELECT IsoCode, StartDate, ConversionRate FROM DatedConversionRate"


class Org:
    """One organisation for one night: remembers its users and what it has."""

    def __init__(self, client: Client, fields: Mapping[str, str]) -> None:
        self.queries = Queries(client)
        self.system = client.system
        self.fields = fields
        self.people: dict[str, Record] = {}

    @cached_property
    def objects(self) -> frozenset[str]:
        """Return every object that the organisation has and the user may ask for."""
        body = self.queries.get("/sobjects", "objects")
        return frozenset(
            told["name"] for told in body["sobjects"] if told.get("queryable", True)
        )

    def users(self) -> Iterator[Page]:
        """Yield everybody who owns or edits records, those who left too."""
        for page in self.queries.rows("users", USERS):
            users = [
                {
                    "id": row["Id"],
                    "name": row["Name"],
                    "email": row["Email"],
                    "is_active": row["IsActive"],
                    "user_type": row["UserType"],
                    "license_name": row.get("Profile.UserLicense.Name"),
                }
                for row in page
            ]
            self.people |= {user["id"]: user for user in users}
            yield users

    def records(self, kind: Kind, since: datetime | None) -> Iterator[Page]:
        """Yield what changed since then, with what lies in the recycle bin."""
        paths = self._paths(kind)
        asked = ", ".join(sorted({"Id", *paths.values()}))
        soql = f"SELECT {asked} FROM {kind.object}{changed('SystemModstamp', since)}"
        pages = self.queries.rows(kind.table, soql, with_deleted=kind.has_bin)
        has_currency = "currency_iso_code" in kind.raw_table().columns
        is_lost = has_currency and "currency_iso_code" not in paths
        currency = {"currency_iso_code": self._only_currency} if is_lost else {}
        for page in pages:
            rows = [
                {"id": row["Id"], **currency}
                | {name: row.get(path) for name, path in paths.items()}
                for row in page
            ]
            for row in rows:
                if "owner_email" in row:
                    row["owner_email"] = self.email(row["owner_email"])
            yield rows

    def rates(self) -> Iterator[Page]:
        """Yield what one unit of the corporate currency is worth in each other one.

        An organisation without dated rates has one rate per currency, for all days.
        """
        if "CurrencyType" not in self.objects:
            return
        kinds = [r for page in self.queries.rows("rates", CORPORATE) for r in page]
        (corporate,) = (row["IsoCode"] for row in kinds if row["IsCorporate"] is True)
        rates = [row | {"StartDate": row["CreatedDate"][:10]} for row in kinds]
        if "DatedConversionRate" in self.objects:
            rates = [r for page in self.queries.rows("rates", DATED) for r in page]
        yield [
            {
                "iso_code": row["IsoCode"],
                "corporate_iso_code": corporate,
                "start_date": row["StartDate"],
                "conversion_rate": row["ConversionRate"],
            }
            for row in rates
            if row["IsoCode"] != corporate
        ]

    def email(self, user_id: str | None) -> str | None:
        """Return the address of a user, or the id when nobody knows it."""
        user = self.people.get(user_id or "")
        return (user and user["email"]) or user_id

    @cached_property
    def _only_currency(self) -> str:
        """Return the currency of an organisation that has only one."""
        soql = "SELECT DefaultCurrencyIsoCode FROM Organization"
        (row,) = (r for page in self.queries.rows("currency", soql) for r in page)
        return str(row["DefaultCurrencyIsoCode"])

    def _paths(self, kind: Kind) -> dict[str, str]:
        """Return the paths that can be read. Raises when one is hidden or wrong."""
        if kind.object not in self.objects:
            raise TableError(
                self.system,
                kind.table,
                f"the user may not read {kind.object}. The last complete rows stay; "
                "give its permission set read access to the object.",
            )
        body = self.queries.get(f"/sobjects/{kind.object}/describe", kind.table)
        known = {field["name"] for field in body["fields"]}
        parents = {field.get("relationshipName") for field in body["fields"]}
        paths = kind.paths(self.fields)
        there = {
            name: path
            for name, path in paths.items()
            if path in known or ("." in path and path.partition(".")[0] in parents)
        }
        for path in sorted(set(paths.values()) - set(there.values()) - MAY_LACK):
            raise SourceError(
                self.system,
                kind.table,
                f"{kind.object} has no field {path}, or the user may not see it. The "
                "last complete rows stay; correct [fields.salesforce] of firm.toml, or "
                "make the field visible.",
            )
        return there


def changed(field: str, since: datetime | None) -> str:
    """Return the condition that a record changed since a moment in UTC."""
    return f" WHERE {field} >= {since:%Y-%m-%dT%H:%M:%SZ}" if since else ""
