"""How Plumbline signs in to Salesforce: as an app with a secret, or with a key pair.

Both are set up on an External Client App. With a secret the app acts as the user that
its policy names (client credentials); with a key pair, as `SALESFORCE_USERNAME` (JWT
bearer), whose certificate was uploaded to the app.
"""

import time
from collections.abc import Mapping
from pathlib import Path

from pipelines.firm import FirmError
from pipelines.sources.auth import Granted, Token
from pipelines.sources.signed import JWT_BEARER, private_text, signed
from pipelines.sources.tokens import ask_token

TOKENS = "/services/oauth2/token"
KEY = "SALESFORCE_KEY_FILE"
REAL, TEST = "https://login.salesforce.com", "https://test.salesforce.com"
MINUTES = 3
"""How long a signed claim holds; Salesforce takes none that holds much longer."""


def signed_in(system: str, address: str, secrets: Mapping[str, str]) -> Granted:
    """Return the sign-in. A session's end is never told beforehand; a 401 tells it.

    Raises FirmError when neither a secret nor a key and a user name are there.
    """
    client_id = secrets["SALESFORCE_CLIENT_ID"]
    secret, key_file = secrets["SALESFORCE_CLIENT_SECRET"], secrets[KEY]
    user = secrets["SALESFORCE_USERNAME"]
    if not secret and not (key_file and user):
        raise FirmError(
            f"firm.toml names {system}, but nothing signs in to it. Set either "
            "SALESFORCE_CLIENT_SECRET, or SALESFORCE_KEY_FILE and SALESFORCE_USERNAME."
        )
    key = "" if secret else private_text(Path(key_file), KEY)

    def grant() -> Token:
        if secret:
            form = {
                "grant_type": "client_credentials",
                "client_id": client_id,
                "client_secret": secret,
            }
        else:
            said = claim(client_id, user, audience(address))
            form = {"grant_type": JWT_BEARER, "assertion": signed(said, key, KEY)}
        token, _ = ask_token(
            system,
            address.rstrip("/") + TOKENS,
            form,
            advice="Check the app's policy, its user, and the secrets of this system.",
        )
        return token

    return Granted(grant, (secret, key))


def claim(client_id: str, user: str, told_to: str) -> dict[str, object]:
    """Return what is signed: that the app acts as ``user``, for some minutes."""
    return {
        "iss": client_id,
        "sub": user,
        "aud": told_to,
        "exp": int(time.time()) + MINUTES * 60,
    }


def audience(address: str) -> str:
    """Return whom a claim is addressed to: production, or the world of sandboxes."""
    return TEST if ".sandbox." in address else REAL
