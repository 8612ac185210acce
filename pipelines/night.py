"""One night under way: its steps in order, each leaving a report the next can read."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pipelines.environment import share
from pipelines.fingerprint import fingerprint
from pipelines.firm import Firm
from pipelines.generations import Generation, point, prune, published, seal
from pipelines.identity_state import export
from pipelines.manifest import Manifest, read_manifest
from pipelines.publish import publish
from pipelines.report import Report, note, save
from pipelines.rules import Run, write_rules
from pipelines.runs import write_runs
from pipelines.sources.kept_answers import forget_complete
from pipelines.steps import UNFINISHED, Steps
from pipelines.terminal import Terminal
from pipelines.warehouse import connection


class NotYetError(RuntimeError):
    """A step needs another one first; the message names it."""


@dataclass
class Night:
    """The generation being built, the run that builds it, and what it has told."""

    firm: Firm
    build: Path
    generation: Generation
    run: Run
    report: Report
    steps: Steps
    terminal: Terminal

    def load(self) -> None:
        """Copy every source into its raw schema, and the firm's rules beside them."""
        with self.terminal.step("load", self._expected("load")) as line:
            loaded = self.steps.load(self.firm, self.generation.folder, self.run)
            with connection(self.generation.warehouse, write=True) as opened:
                opened.begin()
                write_rules(self.firm, self.run, opened)
                opened.commit()
            self.report.count(loaded)
            if not self.report.incomplete:
                self.report.fingerprint = fingerprint(
                    self.firm, self.generation.warehouse, self.run.as_of
                )
            line.says(
                f"{len({table.source_system for table in loaded})} systems, "
                f"{len(loaded)} tables, {self.report.n_rows_read:,} rows read, "
                f"{self.report.n_rows_quarantined:,} quarantined"
            )
        self.report.load_seconds = line.seconds
        self._done("load")

    def transform(self, *, is_full: bool = False) -> None:
        """Build and test every model, unless nothing changed since the last night."""
        self._needs("load")
        with self.terminal.step("transform", self._expected("transform")) as line:
            self.report.is_transform_skipped = not is_full and self._is_unchanged()
            if self.report.is_transform_skipped:
                line.says("nothing has changed: the models of the last night hold")
            else:
                share(self.firm, "PLUMBLINE_HASH_KEY")
                built = self.steps.transform(self.generation.warehouse, self.build)
                self.report.n_models, self.report.n_tests = (
                    built.n_models,
                    built.n_tests,
                )
                line.says(
                    f"{built.n_models} models built, {built.n_tests} tests passed"
                )
        self.report.transform_seconds = line.seconds
        self._done("transform")

    def check(self) -> None:
        """Turn every wrong record of a source into a finding."""
        self._needs("transform")
        with self.terminal.step("check", self._expected("check")) as line:
            found = self.steps.check(self.firm, self.generation.warehouse, self.run)
            self.report.n_findings = found
            line.says(f"{found:,} open findings")
        self.report.check_seconds = line.seconds
        self._done("check")

    def publish(self) -> None:
        """Write the files of each audience, seal the generation and point to it."""
        self._needs("check")
        with self.terminal.step("publish", self._expected("publish")) as line:
            self.report.finish(datetime.now(UTC))
            with connection(self.generation.warehouse, write=True) as opened:
                opened.begin()
                write_runs(self.build, self.report, opened)
                opened.commit()
                opened.execute("force checkpoint")
            export(self.generation.warehouse, self.generation.folder)
            n_tables = publish(
                self.generation.warehouse, self.generation.folder, scope=self.firm.scope
            )
            save(self.generation.folder, self.report)
            seal(self.generation, self._manifest())
            point(self.build, self.generation)
            forget_complete(self.build / UNFINISHED)
            removed = prune(self.build)
            note(self.build, self.report)
            line.says(
                f"generation {self.generation.number}, {n_tables} tables"
                + (f", {len(removed)} old generations removed" if removed else "")
            )

    def _done(self, step: str) -> None:
        self.report.done.append(step)
        save(self.generation.folder, self.report)

    def _needs(self, step: str) -> None:
        """Forget what comes after ``step``; raise NotYetError when it was not done."""
        if step not in self.report.done:
            raise NotYetError(f"Nothing to go on from: run `make {step}` first.")
        self.report.done = self.report.done[: self.report.done.index(step) + 1]
        save(self.generation.folder, self.report)

    def _is_unchanged(self) -> bool:
        last = self._last()
        return bool(last and last.fingerprint == self.report.fingerprint != "")

    def _last(self) -> Manifest | None:
        last = published(self.build)
        return read_manifest(last.folder) if last else None

    def _expected(self, step: str) -> float:
        last = self._last()
        return last.seconds.get(step, 0.0) if last else 0.0

    def _manifest(self) -> Manifest:
        last, report = published(self.build), self.report
        return Manifest(
            generation=self.generation.number,
            firm_name=self.firm.name,
            run_id=self.run.run_id,
            as_of=self.run.as_of.isoformat(),
            begun_from=last.number if last else None,
            fingerprint=report.fingerprint,
            seconds=report.seconds(),
        )
