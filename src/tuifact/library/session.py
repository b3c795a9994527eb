"""What every part of an open library stands on: its tables, and finding one article or claim in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, MutableMapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self, cast

from tuifact.errors import LibraryError, NotFound
from tuifact.library.documents import Document, Documents
from tuifact.library.layout import Layout
from tuifact.library.shelf import Shelf
from tuifact.library.storage import JournalStorage
from tuifact.library.table import Tables
from tuifact.model import Article, Claim

FindClaims = Callable[[Article], Iterable[Claim]]
"""Finds the claims of an article, in reading order."""


class Session:
    """One opening of a library. Threads may share it; each read sees what other processes wrote before it."""

    def __init__(self, folder: Path, find_claims: FindClaims) -> None:
        self._layout = Layout(folder)
        self._find_claims = find_claims
        self._tables = Tables(self._layout)
        self._claims = self._tables.table("claims")
        self._closed = False

    @property
    def folder(self) -> Path:
        """Where the library is."""
        return self._layout.folder

    @property
    def read_only(self) -> bool:
        """Whether the folder cannot be written: everything can be read, nothing marked."""
        return self._store.read_only

    def close(self) -> None:
        """Leave the library; everything done is on disk already."""
        self._closed = True
        self._tables.close()

    def compact(self) -> None:
        """Write the settled state, which plain TinyDB opens; it also opens faster the next time."""
        self._store.compact()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def _store(self) -> JournalStorage:
        return self._tables.storage

    @contextmanager
    def _reading(self) -> Iterator[tuple[Shelf, Documents, Documents]]:
        """The shelf, the articles and the claims as they are now."""
        if self._closed:
            raise LibraryError(f"{self.folder} was closed", "open it again")
        with self._store.reading() as shelf:
            yield shelf, self._store.documents("articles"), self._store.documents("claims")

    def _change_claim(self, claim_id: str, change: Callable[[Document], None]) -> Document:
        """Change a claim's document in the transaction under way; the document after. Raises `NotFound`."""
        changed: list[Document] = []

        def keep(document: MutableMapping[str, Any]) -> None:
            change(cast("Document", document))
            changed.append(cast("Document", document))

        if not self._claims.update(keep, doc_ids=[number_of(claim_id, "claim")]):
            raise not_found(claim_id, "claim")
        return changed[0]


def document_of(documents: Documents, id_: str, noun: str) -> Document:
    """The document of this id; raises `NotFound`."""
    document = documents.get(str(number_of(id_, noun)))
    if document is None:
        raise not_found(id_, noun)
    return document


def number_of(id_: str, noun: str) -> int:
    """The number under which TinyDB keeps the document of this id; raises `NotFound` when it cannot be one."""
    try:
        return int(id_, 16)
    except ValueError:
        raise not_found(id_, noun) from None


def not_found(id_: str, noun: str) -> NotFound:
    """The error that says so, and where the ids are."""
    return NotFound(f"there is no {noun} {id_}", HINTS[noun])


HINTS = {"article": "`tuifact list` shows the ids", "claim": "`tuifact claims` shows the ids"}
