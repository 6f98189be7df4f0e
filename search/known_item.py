"""Known items: a query that names a provision, a work or a document number opens it, in the right version."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from corpus.access import Access
from corpus.catalogue import CatalogueReads, Named
from corpus.ids import provision_id
from corpus.model import Provision, Version
from corpus.names import name_key
from corpus.works import WorkNames
from index.analysis import fold
from search.references import Reference, readings

_MOST = 5  # works that one name may mean before it is no known item but a search


@dataclass(frozen=True, slots=True)
class KnownItem:
    """What a query names: a version, and the provision in it where a unit was typed."""

    version: Version
    provision: Provision | None

    @property
    def id(self) -> str:
        """The id to open."""
        return provision_id(self.version.id, self.provision.fragment) if self.provision else self.version.id


class KnownItems:
    """Finds known items by the names in the catalogue and in the table of names."""

    def __init__(self, reads: CatalogueReads, names: WorkNames) -> None:
        self._reads = reads
        self._names = names

    def find(self, query: str, on: date, access: Access) -> tuple[KnownItem, ...]:
        """What the query names, best first; nothing where it is a search and no reference.

        Args:
            query: as typed.
            on: the day whose version is meant, unless a year was typed.
            access: of the one who asks.
        """
        for reference in readings(query):
            found = self._of_reference(reference, on, access)
            if found:
                return tuple(found[:_MOST])
        return ()

    def _of_reference(self, reference: Reference, on: date, access: Access) -> list[KnownItem]:
        found: list[KnownItem] = []
        for version in self._versions(reference, on, access):
            if reference.number is None:
                found.append(KnownItem(version, None))
                continue
            found += [KnownItem(version, p) for p in self._articles(version.id, reference.number, access)]
        return found

    def _articles(self, version: str, number: str, access: Access) -> list[Provision]:
        """The article; a rule such as 4.9 stands in the text of rule 4."""
        while number:
            found = self._reads.articles(version, number, access)
            if found:
                return found[:1]  # the main body comes before annexes that number anew
            number, _, _ = number.rpartition(".")
        return []

    def _versions(self, reference: Reference, on: date, access: Access) -> list[Version]:
        works = self._works(reference.name, access)
        found: list[Version] = []
        for work in works:
            if reference.year is None:
                version = self._reads.current_version(work, on, access)
                found += [version] if version else []
            else:
                of_year = [
                    v for v in self._reads.versions(access, work=work) if _names_year(v, reference.year)
                ]
                found += of_year[-1:]
        if not works and reference.year is None:
            found = self._reads.numbered(reference.name, access)
        return found

    def _works(self, name: str, access: Access) -> list[str]:
        """Works called so: those named exactly so first, then those that the table of names adds.

        Where a work is named exactly so, other jurisdictions' works of a like name (專利法 beside 专利法) are not
        meant; other variants of writing count only where nothing closer is found.
        """
        # A work that bears the name as its title goes before one that has it as another name.
        exact = sorted(self._reads.named([name], access), key=lambda n: name_key(n.title) != name_key(name))
        called = [*exact, *self._by_table(name, access)]
        if exact:
            home = {named.jurisdiction for named in exact}
            called = [named for named in called if named.jurisdiction in home]
        works = list(dict.fromkeys(n.work for n in called or self._reads.named([fold(name)], access)))
        return works if len(works) <= _MOST else list(dict.fromkeys(n.work for n in exact))[:_MOST]

    def _by_table(self, name: str, access: Access) -> list[Named]:
        """Other countries have a "Patent Act" too: an entry's names lead to works of its own jurisdiction only."""
        found: list[Named] = []
        officials = {o for form in {name, fold(name)} for o in self._names.canonical(form)}
        for official in sorted(officials, key=lambda o: (o.jurisdiction, o.title)):
            written = (official.title, *self._names.names_of(official.title))
            called = self._reads.named(written, access)
            found += [named for named in called if named.jurisdiction == official.jurisdiction]
        return found


def _names_year(version: Version, year: int) -> bool:
    return version.identity.version_on is not None and version.identity.version_on.year == year
