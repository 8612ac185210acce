"""Which jobs the mistakes fall on: each job at most one, so that none hides another."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date

from pipelines.sandbox.jobs import Job
from pipelines.sandbox.pricing import Price

Wanted = Callable[[Job], bool]


class Picks:
    """Hands out jobs that no mistake has used yet."""

    def __init__(self, jobs: Sequence[Job]) -> None:
        self._left = list(jobs)
        self._n_of_deal = Counter(job.deal for job in jobs)
        self.priced: dict[int, Price] = {}

    def take(self, is_wanted: Wanted) -> Job:
        """Return the first unused job that is wanted. Raises LookupError if none is."""
        for job in self._left:
            if is_wanted(job):
                self._left.remove(job)
                return job
        raise LookupError("No job is left for this mistake: change the seed's sizes.")

    def is_alone(self, job: Job) -> bool:
        """Return whether the job is the only one of its deal."""
        return self._n_of_deal[job.deal] == 1

    def is_spare(self, job: Job) -> bool:
        """Return whether the job is alone and no mistake of delivery needs it."""
        return self.is_alone(job) and not (self.by_time(job) or self.by_fee(job))

    def by_time(self, job: Job) -> bool:
        """Return whether the job runs by time, is billed monthly, and goes on."""
        return (
            job.kind == "time_and_materials"
            and job.billing_cycle == "monthly"
            and job.start < date(2026, 2, 1)
            and job.end > date(2026, 5, 31)
            and self.is_alone(job)
        )

    def by_fee(self, job: Job) -> bool:
        """Return whether the job has a fee, is billed monthly, and goes on."""
        return (
            job.kind != "time_and_materials"
            and job.billing_cycle == "monthly"
            and job.start < date(2026, 4, 1)
            and job.end > date(2026, 5, 31)
            and self.is_alone(job)
        )
