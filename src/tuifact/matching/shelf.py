"""Claims on one shelf of the index: a tantivy index in memory or in a folder, and what it gives back to be ranked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

import tantivy

from tuifact.matching.wording import forms, words

ENGINE = str(vars(tantivy)["__version__"])
"""Which tantivy and which form of its files; a folder written by another is rebuilt."""

_HEAP = 15_000_000
"""Bytes the writer may hold before it writes a segment: the least tantivy takes."""

_BATCH = 100_000
"""Claims between two commits of a long run: what a writer remembers of ids must not grow with it."""

_STEMMER = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).filter(tantivy.Filter.stemmer("english")).build()


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The word without its ending (Snowball, English)."""
    found = _STEMMER.analyze(word)
    return found[0] if found else word


def stems(text: str) -> list[str]:
    """The words of a text as the index has them: without function words, each by its stem."""
    found: list[str] = []
    for word in words(text):
        found += stemmed(word)
    return found


@lru_cache(maxsize=50_000)
def stemmed(word: str) -> tuple[str, ...]:
    """One word as the index has it."""
    return tuple(stem(form) for form in forms(word))


def _schema() -> tantivy.Schema:
    build = tantivy.SchemaBuilder()
    build.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    build.add_text_field("words", tokenizer_name="whitespace", index_option="freq")
    build.add_bytes_field("rest", stored=True)
    build.add_bytes_field("vector", stored=True)
    return build.build()


SCHEMA = _schema()


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim as it is indexed and given back."""

    id: str
    claim: str
    """The first line of what was added, as written."""
    stems: str
    """Its words' stems, separated by spaces."""
    more: str = ""
    """The stems of further lines, which only help to find it."""
    said: date | None = None
    """When it was said or published; relative dates are read by it."""
    vector: bytes = b""
    """What an encoder makes of it, see `meaning`; empty without one."""


def entry_of(id: str, text: str, said: date | None = None) -> Entry:
    """Prepare a claim for the index; its first line is the claim."""
    first, _, rest = harmless(text).strip().partition("\n")
    return Entry(harmless(id), first, " ".join(stems(first)), " ".join(stems(rest)) if rest else "", said)


def harmless(text: str) -> str:
    """Text that has an encoding: lone surrogates become U+FFFD."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


class Shelf:
    """One tantivy index. What was added is found after `commit`; tantivy's own errors are `ValueError`."""

    def __init__(self, folder: Path | None = None) -> None:
        """In memory, or in this folder, which must exist; `ValueError` when what it holds cannot be read."""
        self._index = tantivy.Index(SCHEMA) if folder is None else tantivy.Index(SCHEMA, str(folder))
        self._writer: tantivy.IndexWriter | None = None
        self._searcher = self._index.searcher()

    def __len__(self) -> int:
        return self._searcher.num_docs

    def add(self, entries: Iterable[Entry]) -> None:
        """Write these; an id that is there already is replaced."""
        writer = self._writing()
        new: set[str] = set()
        for entry in entries:
            if entry.id in new or self._searcher.doc_freq("id", entry.id):
                writer.delete_documents_by_term("id", entry.id)
            new.add(entry.id)
            document = tantivy.Document()
            document.add_text("id", entry.id)
            document.add_text("words", f"{entry.stems} {entry.more}")
            said = entry.said.isoformat() if entry.said else ""
            document.add_bytes("rest", "\n".join((entry.claim, entry.stems, entry.more, said)).encode())
            if entry.vector:
                document.add_bytes("vector", entry.vector)
            writer.add_document(document)
            if len(new) == _BATCH:
                self.commit()
                new.clear()

    def remove(self, ids: Iterable[str]) -> None:
        """Take these away; ids that are not there are no error."""
        writer = self._writing()
        for id in ids:
            writer.delete_documents_by_term("id", id)

    def commit(self) -> None:
        """Make everything added so far findable."""
        if self._writer is not None:
            self._writer.commit()
            self.reload()

    def reload(self) -> None:
        """See what others committed."""
        self._index.reload()
        self._searcher = self._index.searcher()

    def release(self) -> None:
        """Let others write, when the merges under way are done."""
        if self._writer is not None:
            self._writer.wait_merging_threads()
            self._writer = None
            self.reload()

    def holds(self, id: str) -> bool:
        """Whether a claim of this id is there."""
        query = tantivy.Query.term_query(SCHEMA, "id", harmless(id), "basic")
        return bool(self._searcher.search(query, 1, count=False).hits)

    def frequency(self, stem: str) -> int:
        """How many claims have this word."""
        return self._searcher.doc_freq("words", stem)

    def find(self, asked: Sequence[str], limit: int) -> list[Entry]:
        """The claims that share the rarest of these words, best first (BM25)."""
        if not asked or not len(self):
            return []
        terms = [(tantivy.Occur.Should, tantivy.Query.term_query(SCHEMA, "words", word, "freq")) for word in asked]
        hits = self._searcher.search(tantivy.Query.boolean_query(terms), limit, count=False).hits
        return [_entry(self._searcher.doc(place)) for _, place in hits]

    def _writing(self) -> tantivy.IndexWriter:
        if self._writer is None:
            self._writer = self._index.writer(_HEAP, 1)
        return self._writer


def _entry(document: tantivy.Document) -> Entry:
    claim, stems, more, said = bytes(document["rest"][0]).decode().split("\n")
    vector = document.get_first("vector")
    when = date.fromisoformat(said) if said else None
    return Entry(document["id"][0], claim, stems, more, when, bytes(vector) if vector else b"")
