"""Let Great Expectations judge every suite over SQL, in one context."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipelines.checks.suite import KEY, Claim, Suite

EVERY_OFFENDER = 1_000_000_000
"""Above any number of rows: no list of offenders is ever cut."""


class CheckError(RuntimeError):
    """A check could not be judged; that is never the same as having passed."""


@dataclass(frozen=True)
class Verdict:
    """What one claim's expectation found."""

    suite: str
    claim: Claim
    expectation: str
    n_rows_examined: int
    offenders: tuple[tuple[str, str, str], ...]

    @property
    def success(self) -> bool:
        """Return whether rows were examined, or need not be, and none offends."""
        examined = self.n_rows_examined > 0 or self.claim.may_be_empty
        return examined and not self.offenders


def judge(warehouse: Path, suites: Iterable[Suite]) -> list[Verdict]:
    """Judge every claim of ``suites`` over the file at ``warehouse``, only reading it.

    Raises CheckError that names suite and claim when an expectation cannot be computed.
    """
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    # Slow import: it takes about five seconds, and only this verb needs it.
    import great_expectations as gx
    from great_expectations.data_context.types.base import ProgressBarsConfig

    from pipelines.checks.duckdb_dialect import close_connections

    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    source = context.data_sources.add_sql(
        "warehouse",
        connection_string=f"duckdb+reading:///{warehouse}?access_mode=read_only",
        create_temp_table=False,
    )
    try:
        return [verdict for suite in suites for verdict in _judged(source, suite)]
    finally:
        close_connections()


def _judged(source: Any, suite: Suite) -> list[Verdict]:
    import great_expectations as gx
    import great_expectations.expectations as gxe
    from great_expectations.expectations.row_conditions import Column

    asset = source.add_query_asset(suite.name, query=f"select * from ({suite.query})")
    batch = asset.add_batch_definition_whole_table("all").get_batch()
    expectations = [
        gxe.ExpectColumnValuesToBeNull(
            column="sentence",
            row_condition=Column("claim") == claim.key,
            description=claim.says,
            meta={"claim": claim.key},
        )
        for claim in suite.claims
    ]
    judged = batch.validate(
        gx.ExpectationSuite(name=suite.name, expectations=expectations),
        result_format={
            "result_format": "COMPLETE",
            "unexpected_index_column_names": list(KEY),
            "partial_unexpected_count": EVERY_OFFENDER,
        },
    )
    by_claim = {
        check.expectation_config.meta["claim"]: check for check in judged.results
    }
    return [_verdict(suite, claim, by_claim[claim.key]) for claim in suite.claims]


def _verdict(suite: Suite, claim: Claim, check: Any) -> Verdict:
    result = check.result
    if (check.exception_info or {}).get("raised_exception") or not result:
        raise CheckError(
            f"Suite {suite.name} could not judge `{claim.key}`: "
            f"{check.exception_info}. Correct the rows that it reads: {suite.query}"
        )
    offenders = tuple(
        tuple(str(row[column]) for column in KEY)
        for row in result.get("unexpected_index_list") or []
    )
    if len(offenders) != (result.get("unexpected_count") or 0):
        raise CheckError(
            f"Suite {suite.name} counted {result.get('unexpected_count')} offenders of "
            f"`{claim.key}` and named {len(offenders)}. No offender may be left out."
        )
    return Verdict(
        suite=suite.name,
        claim=claim,
        expectation=check.expectation_config.type,
        n_rows_examined=result.get("element_count") or 0,
        offenders=offenders,  # type: ignore[arg-type]
    )
