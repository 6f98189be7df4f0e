"""Identification: what a document is. Its content decides; metadata come second, the file's name last."""

from __future__ import annotations

import re

from corpus.evidence import Evidence
from corpus.model import Identity, Kind, Reading, SourceFile
from corpus.notes import Note
from ingest.identify import (
    dates,
    decisions,
    history,
    issuers,
    jurisdiction,
    kinds,
    language,
    naming,
    numbers,
    publication,
    region,
    subjects,
    titles,
    western,
)
from ingest.identify.facts import Facts
from ingest.identify.found import Found
from ingest.identify.view import View

__all__ = ["identify"]


def identify(reading: Reading, source: SourceFile) -> Identity:
    """What the document of a cleaned reading is; of its file only the name and the companions are used.

    What neither the text nor the metadata says stays ``None`` or empty; disagreements between text, metadata and
    name are warnings.
    """
    view = View(reading, source)
    tongue = language.detect(view)
    title = titles.find(view, tongue.value)
    decision = decisions.find(view, tongue.value)
    if decision:
        title = decisions.title(view, decision, title)
    place = jurisdiction.find(view, tongue.value, title.value, decision)
    chinese = tongue.value.startswith("zh")
    told = history.chinese(view, title.value) if chinese else western.western(view, title.evidence)
    issuing = issuers.find(view, title.value, told, place.value, decision)
    facts = Facts(view, title.value, title.evidence, tongue.value, place.value, issuing.value, told, decision)
    kind = kinds.find(facts)
    number = numbers.find(view, kind.value, place.value, title.value, decision)
    local, areas = region.find(kind.value, place.value, title, issuing)
    names = naming.find(view, title.value, tongue.value, place.value)
    about = subjects.find(view, kind.value, title.value, title.evidence, decision)
    delay = publication.at_once(view) if chinese else publication.delay(view)
    days = dates.find(view, told, kind.value, place.value, delay, decision)
    return Identity(
        title=title.value,
        kind=kind.value,
        language=tongue.value,
        jurisdiction=place.value,
        names=names.value,
        issuers=issuing.value,
        document_number=number.value,
        adopted=days.adopted,
        promulgated=days.promulgated,
        effective=days.effective,
        repealed=days.repealed,
        events=days.events if kind.value not in (Kind.TYPICAL_CASE, Kind.QA) else (),
        subjects=about.value,
        region=local.value,
        areas=areas.value,
        version_on=days.version_on,
        evidence=_evidence(title, kind, tongue, place, issuing, number, local, names, about, days=days),
        warnings=(
            *title.warnings,
            *tongue.warnings,
            *place.warnings,
            *kind.warnings,
            *_status(view, days),
            *dict.fromkeys(days.warnings),
        ),
    )


def _status(view: View, days: dates.Dates) -> tuple[str, ...]:
    """A doubt, where the file says of itself that it is no longer in force and the text says nothing of it."""
    said = view.said("status", "时效性", "当前效力", "有效性")
    if (
        said is None
        or days.repealed is not None
        or not re.search(r"废止|失效|repealed|revoked", said[1], re.I)
    ):
        return ()
    sentence = f"status: the file says {said[1]}, the text says nothing of it"
    return (Note(sentence, code="status_of_metadata", value=said[1]),)


def _evidence(*found: Found[object], days: dates.Dates) -> tuple[Evidence, ...]:
    """All evidence, each place once, fields in the order of the identity."""
    entries = [entry for item in found if item.value for entry in item.evidence]
    return tuple(dict.fromkeys((*entries, *days.evidence)))
