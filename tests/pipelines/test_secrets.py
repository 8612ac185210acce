"""Secrets are planted everywhere and looked for in everything that a load leaves."""

import base64
import logging
from pathlib import Path

import pytest

from pipelines.load import load
from pipelines.run import Run
from pipelines.sandbox.server import Served
from tests.pipelines.tiny_load import FIRM, NIGHT, served

CANARIES = [f"canary-{n}-7f3a9c" for n in range(20)]


def everything(folder: Path) -> bytes:
    return b"".join(f.read_bytes() for f in folder.rglob("*") if f.is_file())


def found(told: bytes) -> list[str]:
    forms = {
        secret: (secret.encode(), base64.b64encode(f"{secret}:x".encode()))
        for secret in CANARIES
    }
    return [s for s, said in forms.items() if any(form in told for form in said)]


@pytest.mark.parametrize("is_right", [True, False])
def test_no_secret_is_in_logs_errors_state_or_the_warehouse(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, is_right: bool
) -> None:
    caplog.set_level(logging.DEBUG)
    build = tmp_path / "build"
    build.mkdir()
    with served(tmp_path / "world") as there:
        told = _load(there, build, is_right)
    said = "\n".join([caplog.text, *(one.problem for one in told)]).encode()
    assert found(said + everything(build)) == []
    assert is_right == all(one.is_complete for one in told)


def _load(there: Served, build: Path, is_right: bool):
    canaries = iter(CANARIES)
    secrets = dict.fromkeys(there.secrets, "")
    for name in secrets:
        secrets[name] = there.secrets[name] if is_right else next(canaries)
    given = {**secrets, **{f"UNUSED_{n}": canary for n, canary in enumerate(CANARIES)}}
    run = Run("night-1", NIGHT, NIGHT.date(), "test")
    return load(
        FIRM,
        build,
        secrets=given,
        addresses=there.addresses,
        unfinished=build / "unfinished",
        run=run,
    )
