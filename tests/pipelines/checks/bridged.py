"""Contributions to the bridge, weighed and examined as the night does."""

from planted import Planted

REDATED = (
    "invoice_id varchar; source_system varchar; source_record_id varchar; "
    "client_id varchar; moved_amount decimal(18, 2)"
)


def fault(driver: str, record: str, amount: str, **more: object) -> dict[str, object]:
    system, kind, number = record.split(":")
    return {
        "driver": driver,
        "driver_class": "F",
        "segment": "accounting_to_billed",
        "record_id": record,
        "source_system": system,
        "source_record_type": kind,
        "source_record_id": number,
        "client_id": "core",
        "month": "2026-05",
        "contribution_amount": amount,
        **more,
    }


def weigh(planted: Planted, faults: list[dict[str, object]]) -> None:
    planted.seed("driver_findings")
    planted.seed("drivers")
    planted.rows(
        "int_contributions__summed", faults, "contribution_amount decimal(18, 2)"
    )
    planted.common(
        "accounting",
        "invoice_lines",
        [
            {
                "source_system": "quickbooks",
                "invoice_line_id": "7-1",
                "invoice_id": "7",
            },
            {
                "source_system": "quickbooks",
                "invoice_line_id": "7-2",
                "invoice_id": "7",
            },
        ],
    )
    planted.rows(
        "rules.connections",
        [
            {"role": "crm", "source_system": "hubspot"},
            {"role": "psa", "source_system": "birdview"},
            {"role": "accounting", "source_system": "quickbooks"},
        ],
    )
    planted.rows(
        "int_records__labelled",
        [
            {
                "record_id": f"quickbooks:invoice:{number}",
                "source_system": "quickbooks",
                "source_record_type": "invoice",
                "source_record_id": number,
                "label": f"Invoice I-{number}",
                "record_date": "2026-05-01",
            }
            for number in ("7", "8")
        ],
        "record_date date",
    )
    planted.rows("int_invoices__redated", [], REDATED)
    planted.common("psa", "planned_work")
    planted.build("int_faults__summed", "int_faults__weighed", "int_faults__examined")
