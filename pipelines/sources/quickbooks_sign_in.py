"""How Plumbline signs in to QuickBooks: a refresh token that changes with each use."""

from collections.abc import Callable, Mapping

from pipelines.firm import Connection, Firm
from pipelines.sources.auth import KeptToken, Renewed
from pipelines.sources.tokens import Token, ask_token

REAL_TOKENS = "https://oauth.platform.intuit.com"


def signed_in(
    connection: Connection, firm: Firm, address: str, secrets: Mapping[str, str]
) -> Renewed:
    """Return the sign-in of one company file.

    The newest refresh token lies in the firm's token file; before the first night it is
    QUICKBOOKS_REFRESH_TOKEN.
    """
    return Renewed(
        exchange(connection.name, address, secrets),
        KeptToken(firm.tokens_file, connection.name),
        secrets["QUICKBOOKS_REFRESH_TOKEN"],
    )


def exchange(
    system: str, address: str, secrets: Mapping[str, str]
) -> Callable[[str], Token]:
    """Return what turns a refresh token into an access token and the next one."""

    def exchanged(refresh_token: str) -> Token:
        token, _ = ask_token(
            system,
            f"{address}/oauth2/v1/tokens/bearer",
            {"grant_type": "refresh_token", "refresh_token": refresh_token},
            who=(secrets["QUICKBOOKS_CLIENT_ID"], secrets["QUICKBOOKS_CLIENT_SECRET"]),
            advice="When it stays, connect the company again, put the new token into "
            f"QUICKBOOKS_REFRESH_TOKEN and remove {system} from the token file.",
        )
        return token

    return exchanged
