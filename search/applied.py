"""The rules that a case applies, in the base: the article of the day, or the work, or nothing. Never a guess."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from corpus.access import Access
from corpus.catalogue.reads import CatalogueReads
from corpus.ids import provision_id
from corpus.model import Version
from corpus.records import AppliedRule, Digest
from corpus.works import work_names


@dataclass(frozen=True, slots=True)
class AppliedTarget:
    """A rule applied, and what the base holds of it.

    Attributes:
        identifier: the id of the provision, the version or the work; ``None`` where the base holds none for certain.
        reach: ``provision``, ``version`` or ``work``; empty without an identifier.
    """

    rule: AppliedRule
    identifier: str | None = None
    reach: str = ""


def applied_targets(reads: CatalogueReads, digest: Digest, access: Access) -> tuple[AppliedTarget, ...]:
    """Each rule of a digest with what the base holds of it on the day of the decision.

    A work counts where one alone bears the name in the case's jurisdiction (or among treaties). The article counts
    where a version was in force on the day of the case; without a day, or without such a version, the work alone does.
    """
    works: dict[str, str | None] = {}
    versions: dict[str, Version | None] = {}
    found = []
    for rule in digest.rules:
        if rule.work not in works:
            works[rule.work] = _work(reads, rule.work, digest.jurisdiction, access)
        work = works[rule.work]
        if work is None:
            found.append(AppliedTarget(rule))
            continue
        if work not in versions:
            versions[work] = _on(reads, work, digest.date, access)
        version = versions[work]
        if version is None:
            found.append(AppliedTarget(rule, work, "work"))
            continue
        articles = reads.articles(version.id, rule.article, access) if rule.article else []
        if articles:
            found.append(AppliedTarget(rule, provision_id(version.id, articles[0].fragment), "provision"))
        else:
            found.append(AppliedTarget(rule, version.id, "version"))
    return tuple(found)


def _work(reads: CatalogueReads, name: str, jurisdiction: str, access: Access) -> str | None:
    names = [
        name,
        *(w.title for w in work_names().canonical(name) if w.jurisdiction in (jurisdiction, "INT")),
    ]
    works = {n.work for n in reads.named(names, access) if n.jurisdiction in (jurisdiction, "INT", "EU")}
    return works.pop() if len(works) == 1 else None


def _on(reads: CatalogueReads, work: str, day: date | None, access: Access) -> Version | None:
    """The version that was in force on a day."""
    if day is None:
        return None
    version = reads.current_version(work, day, access)
    if version is None or version.follows_on is None or version.follows_on > day:
        return None
    return None if version.valid_to is not None and version.valid_to <= day else version
