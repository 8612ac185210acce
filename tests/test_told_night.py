"""Every sentence that a night of the sample firm publishes reads well."""

from pathlib import Path

import duckdb

from tests.house import prose

SENTENCES = """
select table_schema || '.' || table_name, column_name from information_schema.columns
where column_name in ('explanation', 'sentence')
    and table_schema in ('marts', 'quality')
order by all
"""
LISTS_OF_EVIDENCE = {
    "marts.client_records",
    "marts.client_relations",
    "marts.client_merges",
    "marts.person_records",
    "marts.project_records",
}
"""Their explanation lists pieces of evidence with their weights; it is no prose."""


def test_every_published_sentence_reads_well(published: Path) -> None:
    wrong, n_read = {}, 0
    with duckdb.connect(str(published), read_only=True) as opened:
        for table, column in opened.execute(SENTENCES).fetchall():
            if table in LISTS_OF_EVIDENCE:
                continue
            asked = f"select distinct {column} from {table} where {column} is not null"
            for (said,) in opened.execute(asked).fetchall():
                n_read += 1
                if found := prose.faults(said):
                    wrong[table, said] = found
    assert dict(list(wrong.items())[:20]) == {}
    assert n_read > 10_000
