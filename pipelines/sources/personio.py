"""Personio, the HR system: who works here, under which hours, and who is away.

Loads into raw_personio: employees, contracts, time_offs. API, version 1:
https://developer.personio.de/reference, with the client id and secret of an API
credential.

Everything is read every night: `updated_since` moves without a change, and a deleted
employee only is no longer listed. Employees are asked for by the attributes that are
read, so no salary, birth date or gender is ever sent; give the credential only these.
``[fields.personio]`` of firm.toml names the firm's own attributes by label or key.

What the API cannot tell: past positions and departments; past weekly hours, except for
those that Plumbline itself read in earlier nights, each from the day on which its
schedule began; when an absence was approved (only when the request last changed); which
days of an absence are public holidays, so that its days are spread evenly over the
working days of the schedule; absences by the hour.
Why somebody is away, comments and certificates are never kept.
"""

from collections.abc import Mapping
from datetime import UTC, datetime

from pipelines.firm import Connection, Firm
from pipelines.sources import RawTable, Source, columns
from pipelines.sources.http import Client
from pipelines.sources.pace import Pace
from pipelines.sources.personio_people import People
from pipelines.sources.personio_sign_in import Rotating, ask_anew, error_in
from pipelines.sources.transport import session

SECRETS = ("PERSONIO_CLIENT_ID", "PERSONIO_CLIENT_SECRET")
BASE_ADDRESS = "https://api.personio.de"

EMPLOYEES = RawTable(
    "employees",
    columns(
        "id employee_number first_name last_name email position role level department "
        "office supervisor_number status hire_date:date termination_date:date "
        "company_id gone_at:timestamp"
    ),
    key=("id",),
    required=("employee_number",),
)
CONTRACTS = RawTable(
    "contracts",
    columns(
        "employee_id valid_from:date employee_number weekly_working_hours:decimal "
        "fte:decimal contract_end_date:date monday tuesday wednesday thursday friday "
        "saturday sunday"
    ),
    key=("employee_id", "valid_from"),
    required=("employee_number",),
)
TIME_OFFS = RawTable(
    "time_offs",
    columns(
        "id off_date:date employee_id employee_number status share:decimal "
        "scheduled_hours:decimal updated_at:timestamp"
    ),
    key=("id", "off_date"),
    required=("employee_number",),
    is_complete_list=True,
)
TABLES = (EMPLOYEES, CONTRACTS, TIME_OFFS)


def client(
    connection: Connection, firm: Firm, address: str, secrets: Mapping[str, str]
) -> Client:
    """Return a client that keeps a margin under 15 requests a second."""
    grant = ask_anew(connection.name, address, secrets)
    token = Rotating(grant, tuple(secrets.values()))
    opened = session()
    opened.hooks["response"].append(token.heard)
    return Client(
        connection.name,
        address,
        token,
        Pace(calls=12, seconds=1),
        error_in=error_in,
        session=opened,
    )


def source(connection: Connection, firm: Firm, client: Client) -> Source:
    """Return the readers, employees first: absences need their schedules."""
    fields = firm.fields.get(connection.name) or firm.fields.get(connection.system, {})
    people = People(client, fields, firm.as_of or datetime.now(UTC).date())
    return {
        "employees": lambda since: people.employees(),
        "contracts": lambda since: people.contracts(),
        "time_offs": lambda since: people.time_offs(),
    }
