"""An ingestion run: files in, outcomes out, the catalogue and the index in step."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.access import Access
from corpus.catalogue import Catalogue, Confirmed, Known, RunEntry
from corpus.catalogue.arrival import companions_checksum, default_access
from corpus.errors import UnavailableError, UnreadableError, UsageError, ZhikuError
from corpus.model import Kind, SourceFile
from corpus.notes import Note
from index.sync import IndexSync
from ingest.discover import Candidate, Discovery, load
from ingest.pipeline import store, storing
from ingest.report import Outcome, Summary, summarise
from ingest.workers import Understood, Workers

_INDEX_EVERY = 200  # documents after which what was stored becomes searchable

Progress = Callable[[Outcome], None]


@dataclass(frozen=True, slots=True)
class Choices:
    """How a run goes.

    Attributes:
        access: the label to give to every document; ``None`` keeps a document's label, and gives minutes
            ``internal`` and everything else ``public``.
        workers: processes that understand files; 0 works in the calling process.
        again: understand files anew even where their bytes are known.
    """

    access: str | None = None
    workers: int = 0
    again: bool = False


class IngestionRun:
    """One run over what was discovered."""

    def __init__(self, catalogue: Catalogue, index: IndexSync, choices: Choices) -> None:
        self._catalogue = catalogue
        self._index = index
        self._choices = choices
        self._known = catalogue.reads.known(Access.everything())
        self._labels: dict[str, set[str]] = defaultdict(set)  # by location, and by checksum
        for known in self._known.values():
            self._labels[known.location].add(known.access)
            self._labels[known.checksum].add(known.access)
        self._storing = storing(catalogue.writes)
        self._early: list[Outcome] = []
        self._indexing = 0.0
        self._unindexed: str | None = None
        self._refused: list[str] = []

    def run(self, discovery: Discovery, progress: Progress | None = None) -> tuple[list[Outcome], Summary]:
        """Read every candidate into the catalogue and the index.

        A file that cannot be read fails alone. An index that does not answer ends nothing: what is stored waits in
        the catalogue and is taken over by the next run.

        Args:
            discovery: the files, from ``discover`` or ``from_upload``.
            progress: told each outcome as it is known.

        Raises:
            UnavailableError: if the catalogue fails; every document before that is stored.
        """
        return self._told(self._outcomes(discovery), progress)

    def take(
        self, confirmed: Sequence[Confirmed], by: str, progress: Progress | None = None
    ) -> tuple[list[Outcome], Summary]:
        """Store documents that were understood before and that somebody has looked at, with their corrections.

        Args:
            confirmed: the documents; one without a label gets the one that its file has had so far.
            by: who corrected them.
            progress: told each outcome as it is known.

        Raises:
            UnavailableError: if the catalogue fails; every document before that is stored.
        """
        return self._told((self._confirmed(each, by) for each in confirmed), progress)

    def _told(self, listed: Iterator[Outcome], progress: Progress | None) -> tuple[list[Outcome], Summary]:
        began = time.perf_counter()
        number = self._catalogue.writes.begin_run()
        outcomes: list[Outcome] = []
        fresh = 0
        for outcome in listed:
            outcomes.append(outcome)
            if progress:
                progress(outcome)
            fresh += outcome.status in ("added", "changed")
            if fresh >= _INDEX_EVERY:
                self._catch_up()
                fresh = 0
        self._catch_up()
        summary = summarise(outcomes, time.perf_counter() - began, self._indexing, self._left_out())
        entries = [RunEntry(o.source, o.status, o.version, o.reason) for o in outcomes]
        self._catalogue.writes.end_run(number, summary.line()["summary"], entries, self._choices.access)
        return outcomes, summary

    def _outcomes(self, discovery: Discovery) -> Iterator[Outcome]:
        for passed in discovery.skipped:
            yield Outcome(passed.location, "skipped", reason=passed.reason)
        for candidate in discovery.candidates:
            for companion in candidate.companions:
                yield Outcome(
                    companion.location,
                    "skipped",
                    reason=_describes(candidate),
                )
        for failed in discovery.failed:
            yield Outcome(failed.location, "failed", reason=failed.error.note)
        with Workers(self._choices.workers) as workers:
            for understood in workers.understand(self._unknown(discovery.candidates)):
                yield from self._taken_early()
                yield self._store(understood)
            yield from self._taken_early()

    def _unknown(self, candidates: Sequence[Candidate]) -> Iterator[SourceFile]:
        """The files that have to be understood; what became of the others is kept for ``_taken_early``."""
        for candidate in candidates:
            try:
                source = load(candidate)
            except UnreadableError as error:
                self._early.append(Outcome(candidate.location, "failed", reason=error.note))
                continue
            known = self._known.get((source.location, source.checksum))
            if known is not None and self._as_it_was(source, known):
                self._early.append(Outcome(source.location, "unchanged", known.version))
            else:
                yield source

    def _taken_early(self) -> Iterator[Outcome]:
        early, self._early = self._early, []
        yield from early

    def _as_it_was(self, source: SourceFile, known: Known) -> bool:
        if self._choices.again or known.companions != companions_checksum(source.companions):
            return False
        return self._choices.access in (None, known.access)

    def _store(self, understood: Understood) -> Outcome:
        source, document = understood.source, understood.document
        if document is None:
            reason = understood.error.note if understood.error else None
            return Outcome(source.location, "failed", reason=reason)
        try:
            stored, seconds = store(
                self._storing, document, source, self._label(source, document.identity.kind)
            )
        except UnreadableError as error:
            return Outcome(source.location, "failed", reason=error.note)
        return Outcome(
            source.location,
            stored.status,
            stored.version,
            stored.provisions,
            stored.note,
            (*document.identity.warnings, *document.warnings),
            {**understood.seconds, **seconds},
        )

    def _confirmed(self, confirmed: Confirmed, by: str) -> Outcome:
        document, source = confirmed.document, confirmed.source
        label = confirmed.access or self._label(source, confirmed.kind)
        try:
            stored = self._catalogue.writes.store_corrected(replace(confirmed, access=label), by)
        except (UsageError, UnreadableError) as error:
            return Outcome(source.location, "failed", reason=error.note)
        remarks = (*document.identity.warnings, *document.warnings)
        return Outcome(
            source.location, stored.status, stored.version, stored.provisions, stored.note, remarks
        )

    def _label(self, source: SourceFile, kind: Kind) -> str | None:
        """The label that was asked for, else the one that this very file has had so far."""
        if self._choices.access is not None:
            return self._choices.access
        default = default_access(kind)
        # A file that was once read as internal becomes public neither by a change of its content nor by a new name.
        at_its_place = self._labels[source.location]
        of_its_bytes = self._labels[source.checksum]
        if not at_its_place and default in of_its_bytes:
            return None
        kept = sorted((at_its_place or of_its_bytes) - {default})
        return kept[0] if kept else None

    def _left_out(self) -> Note | None:
        """Why the index does not hold all that was read."""
        sentences = " ".join(filter(None, (*self._refused, self._unindexed)))
        return Note(sentences, code="units_refused" if self._refused else "unindexed") if sentences else None

    def _catch_up(self) -> None:
        began = time.perf_counter()
        try:
            self._index.catch_up()
            self._unindexed = None
        except UnavailableError as error:
            self._unindexed = f"{error} What was read is in the catalogue; the next run makes it searchable."
        except ZhikuError as error:
            # It stays so: what the engine refuses now, it refuses at the end of the run.
            self._refused.append(str(error))
        self._indexing += time.perf_counter() - began


def _describes(candidate: Candidate) -> Note:
    sentence = f"it describes {candidate.location}, and is kept with it"
    return Note(sentence, code="skipped_companion", name=candidate.name)
