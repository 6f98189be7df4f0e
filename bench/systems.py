"""Our engines and their peers behind one small interface. A peer is set up as its documentation begins."""

from __future__ import annotations

import os
import sqlite3
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import tantivy
from elasticsearch import Elasticsearch, helpers

from corpus.access import Access
from index.analysis import analyse, fold, stream
from index.elastic import ElasticEngine
from index.embedded import EmbeddedEngine
from index.engine import Engine
from index.schema import Node, Or, Phrase, SearchRequest, SearchUnit, Word

_PAGE = 10
_EVERY_CLASS = frozenset({"word", "phrase", "question"})


@dataclass(frozen=True, slots=True)
class Article:
    """An article of the collection."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """A query; ``kind`` is ``word`` (must occur), ``phrase`` (must stand) or ``question`` (any of its words)."""

    kind: str
    text: str


class System(Protocol):
    """Something that indexes articles and answers questions with ten hits."""

    name: str
    answers: frozenset[str]

    def index(self, articles: Sequence[Article]) -> None:
        """Index all articles; they can be searched when it returns."""
        ...

    def ask(self, question: Question) -> int:
        """Answer; how many hits came back."""
        ...

    def size(self) -> int | None:
        """Bytes on disk, ``None`` where it keeps none."""
        ...

    def close(self) -> None:
        """Remove what was made."""
        ...


# --- ours ------------------------------------------------------------------------------------------------------


class _Ours:
    answers = _EVERY_CLASS

    def __init__(self, name: str, engine: Engine) -> None:
        self.name = name
        self._engine = engine

    def index(self, articles: Sequence[Article]) -> None:
        self._engine.rebuild(_versions(articles))

    def ask(self, question: Question) -> int:
        request = SearchRequest(_tree(question), Access.public(), None, limit=_PAGE)
        return len(self._engine.search(request).hits)

    def close(self) -> None:
        self._engine.close()


def _versions(articles: Sequence[Article], size: int = 100) -> Iterator[tuple[str, list[SearchUnit]]]:
    for start in range(0, len(articles), size):
        version = f"cn/{start}@1"
        part = articles[start : start + size]
        yield version, [_unit(version, order, article) for order, article in enumerate(part)]


def _unit(version: str, order: int, article: Article) -> SearchUnit:
    return SearchUnit(
        id=f"{version}#{order}",
        version=version,
        work=version.partition("@")[0],
        fingerprint="bench",
        order=order,
        title=article.name,
        names=(),
        document_number=None,
        kind="law",
        jurisdiction="CN",
        language="zh",
        issuers=(),
        subjects=(),
        level="article",
        article=None,
        path=(),
        label="",
        heading="",
        text=article.text,
        version_on=None,
        adopted=None,
        valid_from=None,
        valid_to=None,
        follows_on=None,
        repealed=None,
        access="public",
    )


def _tree(question: Question) -> Node:
    if question.kind == "phrase":
        return Phrase(question.text)
    if question.kind == "word":
        return Word(question.text)
    return Or(tuple(Word(token.text) for run in analyse(question.text) for token in run.tokens))


class EmbeddedSystem(_Ours):
    """Zhiku's embedded engine."""

    def __init__(self, folder: Path) -> None:
        super().__init__("zhiku embedded", EmbeddedEngine(folder))
        self._folder = folder

    def size(self) -> int:
        """See ``System.size``."""
        return _bytes(self._folder)


class ZhikuElastic(_Ours):
    """Zhiku's engine on Elasticsearch."""

    def __init__(self, url: str) -> None:
        self._prefix = _own_name()
        super().__init__("zhiku elasticsearch", ElasticEngine(url, self._prefix))
        self._client = Elasticsearch(url)

    def size(self) -> int:
        """See ``System.size``."""
        return _stored(self._client, self._prefix)

    def close(self) -> None:
        """See ``System.close``."""
        super().close()
        for index in self._client.indices.get_alias(index=f"{self._prefix}-*"):
            self._client.indices.delete(index=index)
        self._client.close()


# --- peers -----------------------------------------------------------------------------------------------------


class BareTantivy:
    """tantivy with its default tokenizer, which takes a run of Chinese for one word."""

    name = "tantivy, default tokenizer"
    answers = _EVERY_CLASS

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("name", stored=True)
        builder.add_text_field("text", stored=True)
        folder.mkdir()
        self._index = tantivy.Index(builder.build(), path=str(folder))

    def index(self, articles: Sequence[Article]) -> None:
        """See ``System.index``."""
        writer = self._index.writer(128_000_000, 1)
        for article in articles:
            writer.add_document(tantivy.Document(name=article.name, text=article.text))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def ask(self, question: Question) -> int:
        """See ``System.ask``."""
        text = f'"{question.text}"' if question.kind == "phrase" else question.text
        query, _ = self._index.parse_query_lenient(text, ["name", "text"])
        searcher = self._index.searcher()
        return len([searcher.doc(address)["name"] for _, address in searcher.search(query, _PAGE).hits])

    def size(self) -> int:
        """See ``System.size``."""
        return _bytes(self._folder)

    def close(self) -> None:
        """See ``System.close``: the folder goes with the benchmark."""


class SqliteFts:
    """SQLite FTS5, either with its trigram tokenizer or over tokens cut by our analysis."""

    answers = _EVERY_CLASS

    def __init__(self, path: Path, cut: bool) -> None:
        self.name = f"sqlite fts5, {'our tokens' if cut else 'trigram'}"
        self._path = path
        self._cut = cut
        self._connection = sqlite3.connect(path)
        tokenizer = "unicode61" if cut else "trigram"
        self._connection.execute(
            f"CREATE VIRTUAL TABLE articles USING fts5(name, text, tokenize='{tokenizer}')"
        )

    def index(self, articles: Sequence[Article]) -> None:
        """See ``System.index``."""
        with self._connection as connection:
            rows = ((self._said(article.name), self._said(article.text)) for article in articles)
            connection.executemany("INSERT INTO articles VALUES (?, ?)", rows)

    def ask(self, question: Question) -> int:
        """See ``System.ask``."""
        if question.kind == "question":
            asked = " OR ".join(f'"{piece}"' for piece in self._pieces(question.text))
        elif question.kind == "word" and self._cut:
            asked = " ".join(f'"{token.text}"' for run in analyse(question.text) for token in run.terms)
        else:
            asked = f'"{self._said(question.text)}"'
        sql = "SELECT name, text FROM articles WHERE articles MATCH ? ORDER BY rank LIMIT ?"
        return len(self._connection.execute(sql, (asked, _PAGE)).fetchall())

    def _said(self, text: str) -> str:
        return stream(text) if self._cut else text

    def _pieces(self, text: str) -> list[str]:
        if self._cut:
            return [token.text for run in analyse(text) for token in run.tokens]
        plain = "".join(sign for sign in fold(text) if sign.isalnum())
        return [plain[start : start + 3] for start in range(len(plain) - 2)] or [plain]

    def size(self) -> int:
        """See ``System.size``."""
        return self._path.stat().st_size

    def close(self) -> None:
        """See ``System.close``."""
        self._connection.close()


class BareElastic:
    """Elasticsearch with its default analyzer, which takes each Chinese character for a word."""

    name = "elasticsearch, standard analyzer"
    answers = _EVERY_CLASS

    def __init__(self, url: str) -> None:
        self._client = Elasticsearch(url, request_timeout=60)
        self._index = _own_name()
        self._client.indices.create(index=self._index)

    def index(self, articles: Sequence[Article]) -> None:
        """See ``System.index``."""
        actions = (
            {"_index": self._index, "name": article.name, "text": article.text} for article in articles
        )
        helpers.bulk(self._client, actions, chunk_size=1000, refresh=False)
        self._client.indices.refresh(index=self._index)

    def ask(self, question: Question) -> int:
        """See ``System.ask``."""
        match: dict[str, Any] = {"query": question.text, "fields": ["name", "text"]}
        if question.kind == "phrase":
            match["type"] = "phrase"
        elif question.kind == "word":
            match["operator"] = "and"
        answer = self._client.search(
            index=self._index, query={"multi_match": match}, size=_PAGE, track_total_hits=True
        )
        return len(answer["hits"]["hits"])

    def size(self) -> int:
        """See ``System.size``."""
        return _stored(self._client, self._index)

    def close(self) -> None:
        """See ``System.close``."""
        self._client.indices.delete(index=self._index)
        self._client.close()


class HaystackMemory:
    """Haystack's in-memory document store with its BM25; it knows no phrases and no words that must occur."""

    name = "haystack in memory, bm25"
    answers = frozenset({"question"})

    def __init__(self) -> None:
        os.environ.setdefault("HAYSTACK_TELEMETRY_ENABLED", "False")
        from haystack.document_stores.in_memory import InMemoryDocumentStore

        self._store = InMemoryDocumentStore(bm25_tokenization_regex=r"(?u)\w")

    def index(self, articles: Sequence[Article]) -> None:
        """See ``System.index``."""
        from haystack import Document

        self._store.write_documents(
            [Document(id=str(place), content=article.text) for place, article in enumerate(articles)]
        )

    def ask(self, question: Question) -> int:
        """See ``System.ask``."""
        return len(self._store.bm25_retrieval(question.text, top_k=_PAGE))

    def size(self) -> None:
        """See ``System.size``."""
        return

    def close(self) -> None:
        """See ``System.close``."""


def _own_name() -> str:
    return f"zhiku-bench-{uuid.uuid4().hex[:10]}"


def _bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _stored(client: Elasticsearch, index: str) -> int:
    client.indices.flush(index=index)
    stats = client.indices.stats(index=index, metric="store")
    return int(stats["_all"]["primaries"]["store"]["size_in_bytes"])
