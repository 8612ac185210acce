"""Neither the order of rows nor the number of threads may change what is published."""

import shutil
from pathlib import Path

from pipelines import warehouse
from pipelines.canonical import digest_by_table
from pipelines.publish import publish
from pipelines.transform import transform


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
