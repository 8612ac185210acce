"""How Plumbline signs in to Google: as a service account, by a claim it signs."""

import json
import time
from collections.abc import Mapping
from pathlib import Path

from pipelines.firm import FirmError
from pipelines.sources.auth import Granted, Token
from pipelines.sources.signed import JWT_BEARER, private_text, signed
from pipelines.sources.tokens import ask_token

KEY = "GOOGLE_SHEETS_KEY_FILE"
SCOPE = "https://www.googleapis.com/auth/spreadsheets.readonly"
REAL_TOKENS = "https://oauth2.googleapis.com/token"
HOUR = 3600


def signed_in(system: str, address: str, secrets: Mapping[str, str]) -> Granted:
    """Return the sign-in of the service account whose key file was downloaded.

    The tokens of another address than Google's come from `<address>/token`. Raises
    FirmError when the file is not one of a service account.
    """
    try:
        account = json.loads(private_text(Path(secrets[KEY]), KEY))
        who, key = str(account["client_email"]), str(account["private_key"])
    except (ValueError, KeyError, TypeError):
        raise FirmError(
            f"{KEY} is no key of a service account. Download it as JSON where the "
            "account was made."
        ) from None
    is_real = address.startswith("https://sheets.googleapis.com")
    tokens = REAL_TOKENS if is_real else f"{address.rstrip('/')}/token"

    def grant() -> Token:
        now = int(time.time())
        said = {
            "iss": who,
            "scope": SCOPE,
            "aud": REAL_TOKENS,
            "iat": now,
            "exp": now + HOUR,
        }
        token, _ = ask_token(
            system,
            tokens,
            {"grant_type": JWT_BEARER, "assertion": signed(said, key, KEY)},
            advice=f"Share the spreadsheet with {who} and check the account's key.",
        )
        return token

    return Granted(grant, (key,))
