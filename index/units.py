"""What an engine gets of a version: one search unit for each searchable provision.

An article is a unit with the whole text of what stands below it: its paragraphs and items are found in it.
"""

from __future__ import annotations

from collections.abc import Iterable

from corpus.ids import provision_id
from corpus.model import Provision, Version
from corpus.tree import whole
from index.schema import SearchUnit


def units(version: Version, provisions: Iterable[Provision]) -> list[SearchUnit]:
    """The search units of a version, in document order.

    Args:
        version: as the catalogue holds it.
        provisions: all its provisions, parents before their children.
    """
    paths: dict[str, tuple[str, ...]] = {}
    made: list[SearchUnit] = []
    for provision in whole(provisions):
        above = paths.get(provision.parent, ()) if provision.parent else ()
        path = (*above, provision.caption) if provision.caption else above
        paths[provision.fragment] = path
        if provision.searchable:
            made.append(_unit(version, provision, path))
    return made


def _unit(version: Version, provision: Provision, path: tuple[str, ...]) -> SearchUnit:
    identity = version.identity
    return SearchUnit(
        id=provision_id(version.id, provision.fragment),
        version=version.id,
        work=version.work,
        fingerprint=version.fingerprint,
        order=provision.order,
        title=identity.title,
        names=identity.names,
        document_number=identity.document_number,
        kind=str(identity.kind),
        jurisdiction=identity.jurisdiction,
        language=provision.language or identity.language,
        issuers=identity.issuers,
        subjects=identity.subjects,
        level=str(provision.level),
        article=provision.article,
        path=path,
        label=provision.label,
        heading=provision.heading,
        text=provision.text,
        version_on=identity.version_on,
        adopted=identity.adopted,
        valid_from=version.valid_from,
        valid_to=version.valid_to,
        follows_on=version.follows_on,
        repealed=version.repealed_on,
        access=version.access,
    )
