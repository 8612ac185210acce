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
from pipelines.sources.tokens import ask_token

TOKENS = "/services/oauth2/token"
JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer"
REAL, TEST = "https://login.salesforce.com", "https://test.salesforce.com"
MINUTES = 3
"""How long a signed claim holds; Salesforce takes none that holds much longer."""


def signed_in(system: str, address: str, secrets: Mapping[str, str]) -> Granted:
    """Return the sign-in. A session's end is never told beforehand; a 401 tells it.

    Raises FirmError when neither a secret nor a key and a user name are there.
    """
    client_id = secrets["SALESFORCE_CLIENT_ID"]
    secret, key_file = (
        secrets["SALESFORCE_CLIENT_SECRET"],
        secrets["SALESFORCE_KEY_FILE"],
    )
    user = secrets["SALESFORCE_USERNAME"]
    if not secret and not (key_file and user):
        raise FirmError(
            f"firm.toml names {system}, but nothing signs in to it. Set either "
            "SALESFORCE_CLIENT_SECRET, or SALESFORCE_KEY_FILE and SALESFORCE_USERNAME."
        )
    key = "" if secret else private_key(Path(key_file))

    def grant() -> Token:
        if secret:
            form = {
                "grant_type": "client_credentials",
                "client_id": client_id,
                "client_secret": secret,
            }
        else:
            claim = signed_claim(client_id, user, audience(address), key)
            form = {"grant_type": JWT_BEARER, "assertion": claim}
        token, _ = ask_token(
            system,
            address.rstrip("/") + TOKENS,
            form,
            advice="Check the app's policy, its user, and the secrets of this system.",
        )
        return token

    return Granted(grant, (secret, key))


def signed_claim(client_id: str, user: str, told_to: str, key: str) -> str:
    """Return the claim that `client_id` acts as `user`, signed with a private key.

    Raises FirmError when the key is not a private RSA key in PEM.
    """
    # Slow import: cryptography, and only this way of signing in needs it.
    import jwt

    said = {
        "iss": client_id,
        "sub": user,
        "aud": told_to,
        "exp": int(time.time()) + MINUTES * 60,
    }
    try:
        return jwt.encode(said, key, algorithm="RS256")
    except (jwt.PyJWTError, ValueError, TypeError) as error:
        raise FirmError(
            "SALESFORCE_KEY_FILE is not a private RSA key in PEM "
            f"({type(error).__name__}). Export the key that belongs to the certificate "
            "of the app."
        ) from None


def audience(address: str) -> str:
    """Return whom a claim is addressed to: production, or the world of sandboxes."""
    return TEST if ".sandbox." in address else REAL


def private_key(file: Path) -> str:
    """Return the key. Raises FirmError when it is not there, or not private."""
    if not file.is_file():
        raise FirmError(f"SALESFORCE_KEY_FILE names {file}, which is not there.")
    if file.stat().st_mode & 0o077:
        raise FirmError(f"{file} can be read by others. Run `chmod 600 {file}`.")
    return file.read_text()
