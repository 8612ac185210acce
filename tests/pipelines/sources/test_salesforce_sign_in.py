"""Two ways into Salesforce, and what is said when neither is open."""

from pathlib import Path

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from pipelines.firm import FirmError
from pipelines.sandbox.speaks.salesforce import SECRETS
from pipelines.sandbox.speaks.salesforce_sessions import USER, Sessions
from pipelines.sources.salesforce_sign_in import KEY, audience, claim, signed_in
from pipelines.sources.signed import JWT_BEARER, private_text, signed
from tests.pipelines.sources.salesforce_session import asked

APP = SECRETS["SALESFORCE_CLIENT_ID"]
NOTHING = dict.fromkeys(
    ("SALESFORCE_CLIENT_SECRET", "SALESFORCE_KEY_FILE", "SALESFORCE_USERNAME"), ""
)


@pytest.fixture(scope="module")
def pair() -> tuple[str, str]:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    public = key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return private.decode(), public.decode()


@pytest.mark.parametrize(
    ("app", "user", "told_to", "status"),
    [
        (APP, USER, audience("https://meridian.my.salesforce.com"), 200),
        (APP, USER, audience("https://meridian--uat.sandbox.my.salesforce.com"), 400),
        (APP, "somebody@meridian.example", "https://login.salesforce.com", 400),
        ("another-app", USER, "https://login.salesforce.com", 400),
    ],
)
def test_a_signed_claim_opens_a_session_for_its_user_only(
    pair: tuple[str, str], app: str, user: str, told_to: str, status: int
) -> None:
    private, public = pair
    told = signed(claim(app, user, told_to), private, KEY)
    form = {"grant_type": JWT_BEARER, "assertion": told}
    answer = Sessions(life=9, public_key=public).token(asked(form))
    assert answer.status == status


def test_a_claim_ends_after_minutes_and_names_what_salesforce_asks_for(
    pair: tuple[str, str],
) -> None:
    private, public = pair
    told = signed(claim(APP, USER, audience("https://x")), private, KEY)
    unchecked = {"verify_aud": False}
    said = jwt.decode(told, public, algorithms=["RS256"], options=unchecked)
    assert said.keys() == {"iss", "sub", "aud", "exp"}


def test_a_key_file_must_be_there_private_and_a_key(tmp_path: Path) -> None:
    file = tmp_path / "server.key"
    with pytest.raises(FirmError, match="not there"):
        private_text(file, KEY)
    file.write_text("no key")
    file.chmod(0o644)
    with pytest.raises(FirmError, match="chmod 600"):
        private_text(file, KEY)
    with pytest.raises(FirmError, match="no private RSA key"):
        signed(claim(APP, USER, audience("https://x")), file.read_text(), KEY)


def test_without_a_secret_or_a_key_the_night_is_refused() -> None:
    with pytest.raises(FirmError, match="SALESFORCE_CLIENT_SECRET, or SALESFORCE_KEY"):
        signed_in("salesforce", "https://x", {"SALESFORCE_CLIENT_ID": APP, **NOTHING})
