"""How Plumbline signs in to Xero: a refresh token that changes with each use."""

import hashlib
from collections.abc import Mapping

import requests

from pipelines.firm import Connection, Firm
from pipelines.sources.auth import Auth, Granted, KeptToken, Renewed
from pipelines.sources.tokens import Token, ask_token

REAL_TOKENS = "https://identity.xero.com"


def signed_in(
    connection: Connection, firm: Firm, address: str, secrets: Mapping[str, str]
) -> Auth:
    """Return the sign-in of one tenant; an app without a refresh token is a custom
    connection, which signs in with its keys alone.

    Tenants that were connected together share one refresh token, and so one place in
    the firm's token file: it is found by the token with which the firm began.
    """
    system = connection.name
    who = (secrets["XERO_CLIENT_ID"], secrets["XERO_CLIENT_SECRET"])
    url = f"{address}/connect/token"

    def granted() -> Token:
        token, _ = ask_token(
            system,
            url,
            {"grant_type": "client_credentials"},
            who=who,
            advice="Only a custom connection signs in with its keys alone: else set "
            "XERO_REFRESH_TOKEN.",
        )
        return token

    def exchanged(refresh_token: str) -> Token:
        token, _ = ask_token(
            system,
            url,
            {"grant_type": "refresh_token", "refresh_token": refresh_token},
            who=who,
            advice="When it stays, connect Xero again (60 days without a night end a "
            "token) and put the new token into XERO_REFRESH_TOKEN.",
        )
        return token

    first = secrets.get("XERO_REFRESH_TOKEN")
    if not first:
        return Granted(granted, hidden=(who[1],))
    began = hashlib.sha256(first.encode()).hexdigest()[:8]
    return Renewed(exchanged, KeptToken(firm.tokens_file, f"xero {began}"), first)


def speaks_of_the_day(response: requests.Response) -> bool:
    """Return whether a refusal is about the calls of a day, not of a minute."""
    return response.headers.get("X-Rate-Limit-Problem", "").lower() == "day"
