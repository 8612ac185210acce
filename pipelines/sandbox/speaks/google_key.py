"""A service account of the invented firm: its key, and the tokens that it obtains."""

import json
from functools import cached_property
from pathlib import Path
from urllib.parse import parse_qsl

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from pipelines.sandbox.speaks import Request, Response
from pipelines.sandbox.speaks.wire import answer

EMAIL = "plumbline@sample.iam.gserviceaccount.example"
AUDIENCE = "https://oauth2.googleapis.com/token"
SCOPE = "https://www.googleapis.com/auth/spreadsheets.readonly"
TOKEN = "sandbox-google-token"


class Account:
    """Lets in whoever signs with the key that was written."""

    @cached_property
    def _key(self) -> rsa.RSAPrivateKey:
        return rsa.generate_private_key(public_exponent=65537, key_size=2048)

    def written(self, folder: Path) -> Path:
        """Write the key file that Google would let the firm download."""
        private = self._key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        said = {
            "type": "service_account",
            "client_email": EMAIL,
            "private_key": private.decode(),
            "token_uri": AUDIENCE,
        }
        file = folder / "service-account.json"
        file.touch(0o600)
        file.write_text(json.dumps(said))
        return file

    def let_in(self, request: Request) -> Response:
        """Return a token for a claim that the key signed."""
        # Slow import: only spreadsheets need it.
        import jwt

        claim = dict(parse_qsl(request.body.decode())).get("assertion", "")
        try:
            said = jwt.decode(
                claim, self._key.public_key(), algorithms=["RS256"], audience=AUDIENCE
            )
        except jwt.PyJWTError:
            return answer({"error": "invalid_grant"}, 400)
        if (said.get("iss"), said.get("scope")) != (EMAIL, SCOPE):
            return answer({"error": "invalid_scope"}, 400)
        told = {"access_token": TOKEN, "expires_in": 3599, "token_type": "Bearer"}
        return answer(told)

    def accepts(self, request: Request) -> bool:
        """Return whether a request is signed with the token."""
        return request.headers.get("authorization") == f"Bearer {TOKEN}"
