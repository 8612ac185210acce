"""What a connection needs before it can be asked: its secrets and its address."""

from collections.abc import Mapping

from pipelines.firm import Connection, Firm, FirmError
from pipelines.sources import Source
from pipelines.sources.http import Client
from pipelines.sources.kept_answers import KeptAnswers
from pipelines.sources.registry import connector


def secrets_of(connection: Connection, given: Mapping[str, str]) -> dict[str, str]:
    """Return the secrets of one connection.

    A second account of a system has its own: HUBSPOT_SERVICE_KEY_UK before
    HUBSPOT_SERVICE_KEY. Raises FirmError that names the missing variable.
    """
    module, found = connector(connection), {}
    for name in (*module.SECRETS, *getattr(module, "OPTIONAL_SECRETS", ())):
        own = f"{name}_{connection.company}".upper()
        found[name] = (connection.company and given.get(own)) or given.get(name, "")
        if not found[name] and name in module.SECRETS:
            raise FirmError(
                f"firm.toml names {connection.name}, but {name} is not set. "
                "Put it into the environment; .env.example lists every secret."
            )
    return found


def address_of(firm: Firm, connection: Connection, given: Mapping[str, str]) -> str:
    """Return where one connection answers; the sample firm never asks a real system."""
    address = given.get(connection.name) or given.get(connection.system)
    if address is None and firm.is_invented and connector(connection).SECRETS:
        raise FirmError(
            f"{connection.name} is invented, but the sandbox does not serve it. "
            "Remove [sandbox] from firm.toml to load a real system."
        )
    return address or str(connector(connection).BASE_ADDRESS)


def signed_in(
    firm: Firm,
    connection: Connection,
    secrets: Mapping[str, str],
    addresses: Mapping[str, str],
    kept: KeptAnswers | None = None,
) -> Source:
    """Return the readers of one connection, which keep their answers in ``kept``.

    Asks nothing yet. Raises FirmError when a secret is missing.
    """
    module = connector(connection)
    client = module.client(
        connection,
        firm,
        address_of(firm, connection, addresses),
        secrets_of(connection, secrets),
    )
    source: Source = module.source(connection, firm, client)
    if not isinstance(client, Client):
        return source
    client.kept = kept
    after = client.sunsets.after
    return {table: after(reader) for table, reader in source.items()}
