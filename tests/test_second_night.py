"""What must not change: a night without news, other row order, other threads."""

import shutil
from pathlib import Path

from pipelines import warehouse
from pipelines.beginning import Order
from pipelines.canonical import digest_by_table
from pipelines.firm import read_firm
from pipelines.nightly import PUBLISHED, nightly
from pipelines.publish import publish
from pipelines.transform import transform

ROOT = Path(__file__).parents[1]


def analysts_file(build: Path) -> Path:
    return (build / "current").resolve() / "analysts.duckdb"


def ids(path: Path) -> list[tuple[object, ...]]:
    """Return every id that the firm's records were given."""
    with warehouse.connection(path) as opened:
        return opened.execute(
            "select record_id, client_id from marts.client_records union all "
            "select record_id, project_id from marts.project_records union all "
            "select record_id, person_id from marts.person_records order by all"
        ).fetchall()


def test_a_night_without_news_publishes_the_same_and_changes_no_id(
    sample_build: Path, tmp_path: Path
) -> None:
    build = tmp_path / "build"
    shutil.copytree(sample_build, build, symlinks=True)
    order = Order(read_firm(ROOT / "firm.toml"), build, None)
    first = analysts_file(build)

    assert nightly(order) == PUBLISHED
    skipped = analysts_file(build)
    assert nightly(order, is_full=True) == PUBLISHED
    rebuilt = analysts_file(build)

    assert first != skipped != rebuilt
    assert digest_by_table(skipped) == digest_by_table(first)
    assert digest_by_table(rebuilt) == digest_by_table(first)
    assert ids(rebuilt) == ids(first)


def test_neither_row_order_nor_threads_change_a_cent(
    sample_build: Path, tmp_path: Path
) -> None:
    published = (sample_build / "current").resolve()
    shuffled = Path(shutil.copy(published / "warehouse.duckdb", tmp_path))
    with warehouse.connection(shuffled, write=True) as opened:
        tables = opened.execute(
            "select schema_name, table_name from duckdb_tables() "
            "where schema_name like 'raw_%' and table_name not like '_dlt%'"
        ).fetchall()
        opened.begin()
        for schema, table in tables:
            opened.execute(
                f'create or replace table {schema}."{table}" as '
                f'select * from {schema}."{table}" as told '
                "order by hash(told::varchar || 'another order')"
            )
        for schema in ("staging", "intermediate", "marts"):
            opened.execute(f"drop schema if exists {schema} cascade")
        opened.commit()

    transform(shuffled, tmp_path, n_threads=1)
    publish(shuffled, tmp_path)

    assert digest_by_table(tmp_path / "analysts.duckdb") == digest_by_table(
        published / "analysts.duckdb"
    )
