"""How Plumbline signs in to QuickBooks: a refresh token that changes with each use."""

from collections.abc import Callable, Mapping

import requests

from pipelines.firm import Connection, Firm
from pipelines.sources import SourceError
from pipelines.sources.auth import KeptToken, Renewed
from pipelines.sources.http import TIMEOUT

REAL_TOKENS = "https://oauth.platform.intuit.com"


def signed_in(
    connection: Connection, firm: Firm, address: str, secrets: Mapping[str, str]
) -> Renewed:
    """Return the sign-in of one company file.

    The newest refresh token lies in the firm's token file; before the first night it is
    QUICKBOOKS_REFRESH_TOKEN.
    """
    return Renewed(
        _exchange(connection.name, address, secrets),
        KeptToken(firm.tokens_file, connection.name),
        secrets["QUICKBOOKS_REFRESH_TOKEN"],
    )


def _exchange(
    system: str, address: str, secrets: Mapping[str, str]
) -> Callable[[str], tuple[str, str]]:
    who = (secrets["QUICKBOOKS_CLIENT_ID"], secrets["QUICKBOOKS_CLIENT_SECRET"])

    def exchange(refresh_token: str) -> tuple[str, str]:
        try:
            answer = requests.post(
                f"{address}/oauth2/v1/tokens/bearer",
                data={"grant_type": "refresh_token", "refresh_token": refresh_token},
                auth=who,
                headers={"Accept": "application/json"},
                timeout=TIMEOUT,
            )
            told = answer.json()
            return str(told["access_token"]), str(told["refresh_token"])
        except requests.JSONDecodeError:
            problem = f"status {answer.status_code} without a token"
        except KeyError:
            problem = f"status {answer.status_code}, {told.get('error', 'no token')}"
        except requests.RequestException as error:
            problem = type(error).__name__
        raise SourceError(
            system,
            "sign-in",
            f"{problem}. Nothing was loaded. When it stays, connect the company again, "
            f"put the new token into QUICKBOOKS_REFRESH_TOKEN and remove {system} from "
            "the token file.",
        )

    return exchange
