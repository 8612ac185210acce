"""Build and test every dbt model in one warehouse file, in this process, once."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1] / "dbt_project"


class TransformError(RuntimeError):
    """A model or a test of ours failed: we are wrong, and nothing may be published."""


@dataclass(frozen=True)
class Transformed:
    """How much was built and tested."""

    n_models: int
    n_tests: int


def transform(
    warehouse: Path,
    scratch: Path,
    *,
    select: str | None = None,
    n_threads: int | None = None,
) -> Transformed:
    """Build every model of ``warehouse`` and test it; dbt's files go to ``scratch``.

    Unit tests of rules are for builders, not for nights. Raises TransformError that
    names the first nodes that failed and their messages.
    """
    threads = ["--threads", str(n_threads)] if n_threads else []
    return _invoke(
        ["build", "--exclude-resource-type", "unit_test", *threads],
        warehouse,
        scratch,
        select,
    )


def run_unit_tests(warehouse: Path, scratch: Path) -> Transformed:
    """Hold the rules to their unit tests, over a warehouse that was built before.

    Raises TransformError as transform does.
    """
    return _invoke(["test"], warehouse, scratch, "test_type:unit")


def _invoke(
    verb: list[str], warehouse: Path, scratch: Path, select: str | None
) -> Transformed:
    os.environ.update(_surroundings(warehouse.name, scratch))
    # Slow import: dbt takes about two seconds, and only this verb needs it.
    from dbt.cli.main import dbtRunner

    sys.path[:0] = [str(PROJECT.parent)]
    arguments = ["--quiet", *verb, *(["--select", select] if select else [])]
    try:
        # dbt reads its models anew when a variable of its profile changes, so the
        # profile names the file only, and the folder is where dbt runs.
        with chdir(warehouse.parent):
            ran = dbtRunner().invoke(arguments)
    finally:
        _close_what_dbt_left_open()
    results = getattr(ran.result, "results", [])
    failed = [r for r in results if r.status in ("error", "fail", "runtime error")]
    if failed or ran.exception or not ran.success:
        told = "; ".join(f"{r.node.name}: {r.message}" for r in failed[:5])
        raise TransformError(
            f"{len(failed)} of {len(results)} nodes failed. {told or ran.exception}"
        )
    if not results:
        raise TransformError("dbt built nothing. The selection matches no model.")
    tests = [r for r in results if r.node.resource_type in ("test", "unit_test")]
    return Transformed(n_models=len(results) - len(tests), n_tests=len(tests))


@contextmanager
def reading_models_ahead(warehouse: Path, scratch: Path) -> Iterator[None]:
    """Let dbt read its models in a process of its own while something else happens.

    What it has read lies in ``scratch``, where transform finds it. If it fails,
    transform reads the models itself and says what is wrong with them. It never
    outlives the night, whatever ends that.
    """
    with subprocess.Popen(
        [sys.executable, "-m", "pipelines.reading"],
        env={**os.environ, **_surroundings(warehouse.name, scratch)},
        cwd=PROJECT.parent,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as ahead:
        try:
            yield
            ahead.wait()
        finally:
            ahead.kill()


def _surroundings(warehouse_name: str, scratch: Path) -> dict[str, str]:
    return {
        "WAREHOUSE": warehouse_name,
        "DBT_PROJECT_DIR": str(PROJECT),
        "DBT_PROFILES_DIR": str(PROJECT),
        "DBT_TARGET_PATH": str(scratch.resolve() / "dbt"),
        "DBT_LOG_PATH": str(scratch.resolve() / "logs"),
        "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
    }


def _close_what_dbt_left_open() -> None:
    """Close dbt's connection: the next step opens the same file in this process."""
    from dbt.adapters.duckdb.connections import DuckDBConnectionManager

    # There is no environment when dbt failed before its first query.
    with suppress(Exception):
        DuckDBConnectionManager.env().close()
    DuckDBConnectionManager.close_all_connections()
