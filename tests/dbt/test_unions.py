"""The common tables: one union each, and the files source in all of them."""

import re
from pathlib import Path

import pytest

from pipelines.common_model import TABLES, Table

MODELS = Path(__file__).parents[2] / "dbt_project" / "models"
RECORDS = MODELS / "intermediate" / "records"


def union(table: Table) -> str:
    return (RECORDS / table.role / f"{table.model}.sql").read_text()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.model)
def test_every_common_table_has_a_union_that_reads_files(table: Table) -> None:
    refs = re.findall(r"ref\('(\w+)'\)", union(table))
    assert refs[-1] == f"stg_imports_{table.role}__{table.name}"
    assert len(refs) == union(table).count("union all") + 1


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.model)
def test_staging_of_files_has_the_columns_of_the_common_model(table: Table) -> None:
    model = f"stg_imports_{table.role}__{table.name}.sql"
    said = (MODELS / "staging" / "imports" / model).read_text()
    listed = said[said.index("    select\n") : said.rindex("    from source")]
    names = re.findall(r"(\w+),?$", listed, flags=re.MULTILINE)[1:]
    assert names == ["source_system", *(column.name for column in table.columns)]


def test_every_column_of_the_common_model_is_described() -> None:
    for table in TABLES:
        twin = (RECORDS / table.role / f"{table.model}.yml").read_text()
        named = re.findall(r"- \{ name: (\w+),", twin)
        assert named == ["source_system", *(column.name for column in table.columns)]
