"""Which account of a vendor is the firm's: the first word of its own address."""

from pipelines.firm import Connection, Firm, FirmError


def at_account(address: str, connection: Connection, firm: Firm) -> str:
    """Return ``address`` with the firm's account in place of ``{account}``.

    Raises FirmError when the address needs one and `[links]` of firm.toml has none.
    """
    account = firm.links.get(connection.name) or firm.links.get(connection.system)
    if "{account}" in address and not account:
        shown = address.removeprefix("https://").replace("{account}", "yourfirm")
        raise FirmError(
            f"firm.toml names {connection.name}, but [links] does not say its account. "
            f'Add {connection.name} = "yourfirm", as in {shown}.'
        )
    return address.replace("{account}", account or "")
