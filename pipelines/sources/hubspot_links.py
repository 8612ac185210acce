"""Which HubSpot record belongs to which: associations, the primary one first."""

from collections.abc import Sequence

from pipelines.sources import Record, paging
from pipelines.sources.http import Client
from pipelines.sources.hubspot_lists import VERSION


def links(client: Client, name: str, other: str, ids: Sequence[str]) -> dict[str, str]:
    """Return the primary record that each of ``ids`` is associated with."""
    body = client.post(
        f"/crm/associations/{VERSION}/{name}/{other}/batch/read",
        name,
        {"inputs": [{"id": key} for key in ids]},
    )
    return {
        found["from"]["id"]: str(_primary(found["to"])["toObjectId"])
        for found in paging.records(client.system, name, body, "results")
        if found["to"]
    }


def _primary(to: Sequence[Record]) -> Record:
    labelled = (
        link
        for link in to
        if any(kind.get("label") == "Primary" for kind in link["associationTypes"])
    )
    return next(labelled, to[0])
