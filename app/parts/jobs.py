"""Adding uploaded files in the background: a run goes on when its page is closed, and no other page waits for it."""

from __future__ import annotations

import json
import logging
import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from app.base import Base
from app.parts.trials import Trial
from app.parts.upload import WORKERS, Upload, merged
from corpus.access import INTERNAL, Access
from corpus.errors import ZhikuError
from ingest.discover import from_upload
from ingest.report import Outcome, Summary, counts_of
from ingest.run import Choices, IngestionRun

_log = logging.getLogger(__name__)
_REMEMBERED = 30  # finished jobs whose report can still be read
_TRIALS = 5  # they hold whole documents in memory


@dataclass(slots=True)
class Job:
    """One batch of files on its way in.

    Attributes:
        name: by which the one who started it finds it again; nobody can guess it.
        total: how many files there are, ``None`` until archives were opened.
        outcomes: what became of the files so far.
        summary: counts, once it has ended well.
        error: why it broke off; a message for people.
        ended: set when nothing more will happen.
    """

    name: str
    total: int | None = None
    outcomes: list[Outcome] = field(default_factory=list)
    summary: Summary | None = None
    error: str | None = None
    ended: threading.Event = field(default_factory=threading.Event)

    def report(self, outcomes: Sequence[Outcome], access: Access) -> str:
        """The report in the form that scripts read: a line for each file, then the summary.

        Args:
            outcomes: those of the job, as their reader may know them.
            access: what the reader may see; addresses and folders of the server are for those who see internal ones.
        """
        lines = [outcome.line() for outcome in outcomes]
        if self.summary is not None:
            unindexed = self.summary.unindexed if access.sees(INTERNAL) else None
            told = replace(self.summary, counts=counts_of(outcomes), unindexed=unindexed)
            lines.append(told.line())
        return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


class Jobs:
    """The jobs of the process: one at a time, because the catalogue has one writer."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running: Job | Trial | None = None
        self._jobs: OrderedDict[str, Job | Trial] = OrderedDict()

    @property
    def busy(self) -> bool:
        """Whether a job is under way."""
        with self._lock:
            return self._running is not None

    def get(self, name: str) -> Job | Trial | None:
        """A job or a trial by its name, as long as it is remembered."""
        with self._lock:
            return self._jobs.get(name)

    def start(self, base: Base, uploads: Sequence[Upload], access: str | None) -> Job | None:
        """Begin to add files; ``None`` where another job is under way.

        Args:
            base: takes the documents.
            uploads: the files.
            access: the label for every document, ``None`` to let their kind decide.
        """
        job = Job(secrets.token_urlsafe(12))

        def add() -> None:
            found = merged([from_upload(upload.name, upload.content) for upload in uploads])
            job.total = len(found.candidates) + len(found.skipped) + len(found.failed)
            run = IngestionRun(base.catalogue, base.index, Choices(access=access, workers=WORKERS))
            _, job.summary = run.run(found, job.outcomes.append)

        return job if self._begin(job, add) else None

    def try_out(self, uploads: Sequence[Upload], access: str | None) -> Trial | None:
        """Begin to understand files of which nothing is stored; ``None`` where another job is under way."""
        trial = Trial(secrets.token_urlsafe(12), access)
        return trial if self._begin(trial, lambda: trial.understand(uploads)) else None

    def take(self, base: Base, trial: Trial, by: str) -> Job | None:
        """Begin to store what somebody has looked at; ``None`` where another job is under way."""
        confirmed = [tried.confirmed for tried in trial.kept()]
        job = Job(secrets.token_urlsafe(12), len(confirmed))

        def store() -> None:
            run = IngestionRun(base.catalogue, base.index, Choices())
            _, job.summary = run.take(confirmed, by, job.outcomes.append)

        if not self._begin(job, store):
            return None
        self.discard(trial)
        return job

    def discard(self, trial: Trial) -> None:
        """Forget what was understood."""
        with self._lock:
            self._jobs.pop(trial.name, None)

    def _begin(self, job: Job | Trial, work: Callable[[], None]) -> bool:
        with self._lock:
            if self._running is not None:
                return False
            self._running = job
            self._jobs[job.name] = job
            while len(self._jobs) > _REMEMBERED:
                self._jobs.popitem(last=False)
            trials = [name for name, each in self._jobs.items() if isinstance(each, Trial)]
            for name in trials[:-_TRIALS]:
                del self._jobs[name]
        # A daemon: the server can stop at any time; the next run takes up what was not stored.
        threading.Thread(target=self._work, args=(job, work), name=f"job-{job.name}", daemon=True).start()
        return True

    def _work(self, job: Job | Trial, work: Callable[[], None]) -> None:
        try:
            work()
        except ZhikuError as error:
            _log.error("A job broke off: %s", error)
            job.error = error.note
        except Exception as error:
            _log.exception("A job broke off")
            job.error = type(error).__name__
        finally:
            with self._lock:
                self._running = None
            job.ended.set()


@cache
def jobs() -> Jobs:
    """The jobs of this process."""
    return Jobs()
