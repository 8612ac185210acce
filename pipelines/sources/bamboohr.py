"""BambooHR, the HR system: who works here, under which hours, and who is away.

Loads into raw_bamboohr: employees, deleted_employees, job_info, employment_status,
time_off_days. API: https://documentation.bamboohr.com/reference, with an API key.

Everything is read every night: the lists are as long as the firm has people, and the
feed of changes cannot tell which row of a table changed. Why somebody is away is never
read. BambooHR tells the day of an approval, not its hour. Its tables have no column for
weekly hours: ``[fields.bamboohr]`` of firm.toml names the firm's own columns.
"""

from collections.abc import Mapping
from datetime import UTC, datetime

from pipelines.firm import Connection, Firm
from pipelines.sources import RawTable, Source, columns
from pipelines.sources.accounts import at_account
from pipelines.sources.auth import Basic
from pipelines.sources.bamboohr_people import People
from pipelines.sources.http import Client
from pipelines.sources.pace import Pace

SECRETS = ("BAMBOOHR_API_KEY",)
BASE_ADDRESS = "https://{account}.bamboohr.com"

EMPLOYEES = RawTable(
    "employees",
    columns(
        "id employee_number first_name last_name work_email job_title role level "
        "department location manager_employee_number hire_date:date "
        "termination_date:date status company_id"
    ),
    key=("id",),
    required=("employee_number",),
)
DELETED_EMPLOYEES = RawTable(
    "deleted_employees", columns("id deleted_at:timestamp"), key=("id",)
)
JOB_INFO = RawTable(
    "job_info",
    columns(
        "employee_id row_number:integer employee_number effective_date:date job_title "
        "department division location reports_to"
    ),
    key=("employee_id", "row_number"),
    is_complete_list=True,
)
EMPLOYMENT_STATUS = RawTable(
    "employment_status",
    columns(
        "employee_id row_number:integer employee_number effective_date:date "
        "employment_status weekly_hours:decimal fte:decimal work_days valid_to:date"
    ),
    key=("employee_id", "row_number"),
    required=("employee_number", "effective_date"),
    is_complete_list=True,
)
TIME_OFF_DAYS = RawTable(
    "time_off_days",
    columns(
        "request_id off_date:date employee_id employee_number amount:decimal unit "
        "status status_changed_on:date"
    ),
    key=("request_id", "off_date"),
    required=("employee_number",),
    is_complete_list=True,
)
TABLES = (EMPLOYEES, DELETED_EMPLOYEES, JOB_INFO, EMPLOYMENT_STATUS, TIME_OFF_DAYS)


def client(
    connection: Connection, firm: Firm, address: str, secrets: Mapping[str, str]
) -> Client:
    """Return a client of the firm's own address, named by `[links]` of firm.toml."""
    return Client(
        connection.name,
        at_account(address, connection, firm),
        Basic(secrets["BAMBOOHR_API_KEY"], "x"),
        Pace(calls=50, seconds=10),
    )


def source(connection: Connection, firm: Firm, client: Client) -> Source:
    """Return the readers, employees first: the tables name people by internal id."""
    fields = firm.fields.get(connection.name) or firm.fields.get(connection.system, {})
    people = People(client, fields, firm.as_of or datetime.now(UTC).date())
    return {
        "employees": lambda since: people.employees(),
        "deleted_employees": lambda since: people.deleted(),
        "job_info": lambda since: people.job_info(),
        "employment_status": lambda since: people.employment_status(),
        "time_off_days": lambda since: people.time_off_days(),
    }
