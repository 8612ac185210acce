"""Which properties a HubSpot portal has."""

from pipelines.sources import paging
from pipelines.sources.http import Client
from pipelines.sources.hubspot_lists import VERSION
from pipelines.sources.hubspot_properties import KINDS


def known_fields(client: Client) -> dict[str, frozenset[str]]:
    """Return the names of the properties that exist, by table of the common model."""
    return {
        kind.table: frozenset(
            str(told["name"])
            for told in paging.records(
                client.system,
                name,
                client.get(f"/crm/properties/{VERSION}/{name}", name),
                "results",
            )
        )
        for name, kind in KINDS.items()
    }
