"""Rotating tokens survive a crash and are nobody else's business."""

from pathlib import Path

import pytest

from pipelines.firm import FirmError
from pipelines.sources.auth import Basic, Bearer, Granted, KeptToken, Renewed, Token


def test_a_rotated_token_is_kept_before_the_new_access_token_is_used(
    tmp_path: Path,
) -> None:
    kept = KeptToken(tmp_path / "tokens.json", "books")
    used: list[str] = []

    def exchange(refresh_token: str) -> tuple[str, str]:
        used.append(refresh_token)
        return f"access-{len(used)}", f"refresh-{len(used)}"

    signing = Renewed(exchange, kept, "first")
    assert signing.headers() == {"Authorization": "Bearer access-1"}
    assert signing.renew()
    assert used == ["first", "refresh-1"]
    assert kept.read() == "refresh-2"
    assert (tmp_path / "tokens.json").stat().st_mode & 0o777 == 0o600


def test_one_token_file_keeps_the_tokens_of_all_connections(tmp_path: Path) -> None:
    for name in ("books_uk", "books_de"):
        KeptToken(tmp_path / "tokens.json", name).save(f"token of {name}")
    assert KeptToken(tmp_path / "tokens.json", "books_uk").read() == "token of books_uk"


def test_a_token_file_that_others_can_read_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "tokens.json"
    file.write_text("{}")
    file.chmod(0o644)
    with pytest.raises(FirmError, match="chmod 600"):
        KeptToken(file, "books").read()


@pytest.mark.parametrize("auth", [Bearer("s3cret"), Basic("s3cret", "s3cret")])
def test_a_secret_is_not_printed(auth: Bearer | Basic) -> None:
    assert "s3cret" not in repr(auth)


def test_a_token_is_renewed_a_minute_before_it_ends(tmp_path: Path) -> None:
    now = [0.0]
    given = [Token(f"access-{n}", f"refresh-{n}", 1800) for n in range(3)]
    kept = KeptToken(tmp_path / "tokens.json", "books")
    renewed = Renewed(lambda _: given.pop(0), kept, "first", clock=lambda: now[0])
    granted = Granted(lambda: Token("claim", seconds=1800), clock=lambda: now[0])
    for at, number in ((0, 0), (1739, 0), (1740, 1)):
        now[0] = at
        assert renewed.headers() == {"Authorization": f"Bearer access-{number}"}
        assert granted.headers() == {"Authorization": "Bearer claim"}
