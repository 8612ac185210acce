"""Claims that a private key signs, for vendors that let an app in by its key pair."""

from collections.abc import Mapping
from pathlib import Path

from pipelines.firm import FirmError

JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer"
"""The grant type under which a token address takes a claim (RFC 7523)."""


def signed(claim: Mapping[str, object], key: str, variable: str) -> str:
    """Return ``claim`` signed with a private key (RS256).

    ``variable`` names where the key came from. Raises FirmError when it is none.
    """
    # Slow import: cryptography, and only systems with a key pair need it.
    import jwt

    try:
        return jwt.encode(dict(claim), key, algorithm="RS256")
    except (jwt.PyJWTError, ValueError, TypeError) as error:
        raise FirmError(
            f"{variable} holds no private RSA key in PEM ({type(error).__name__}). "
            "Export the key again where the app was made."
        ) from None


def private_text(file: Path, variable: str) -> str:
    """Return what a key file holds. Raises FirmError when others may read it too."""
    if not file.is_file():
        raise FirmError(f"{variable} names {file}, which is not there.")
    if file.stat().st_mode & 0o077:
        raise FirmError(f"{file} can be read by others. Run `chmod 600 {file}`.")
    return file.read_text()
