"""What every part of an open library stands on: its tables, and finding one article or claim in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from tuifact.errors import Conflict, LibraryError, NotFound
from tuifact.library.codec import claim_from
from tuifact.library.identity import ID
from tuifact.library.papers import joined
from tuifact.library.store.documents import Document, Documents
from tuifact.library.store.draft import Draft
from tuifact.library.store.layout import Layout
from tuifact.library.store.shelf import Shelf
from tuifact.library.store.storage import JournalStorage
from tuifact.library.store.table import Tables
from tuifact.model import Article, Claim

FindClaims = Callable[[Article], Iterable[Claim]]
"""Finds the claims of an article, in reading order."""


class Session:
    """One opening of a library. Threads may share it; each read sees what other processes wrote before it."""

    def __init__(self, folder: Path, find_claims: FindClaims) -> None:
        self._layout = Layout(folder)
        self._find_claims = find_claims
        self._tables = Tables(self._layout)
        self._store: JournalStorage = self._tables.storage
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

    @contextmanager
    def _reading(self) -> Iterator[tuple[Shelf, Documents, Documents]]:
        """The shelf, the articles and the claims as they are now."""
        if self._closed:
            raise LibraryError(f"{self.folder} was closed", "open it again")
        with self._store.reading() as shelf:
            yield shelf, self._store.documents("articles"), self._store.documents("claims")

    def _claim_from(self, document: Document) -> Claim:
        """The claim of this document with what is attached to it; to be asked while reading or in a transaction."""
        attached = self._store.attached
        return joined(document, attached) if attached else claim_from(document)

    def _claim_now(self, claim_id: str) -> Claim:
        """The claim as it is now. Raises `NotFound`."""
        with self._reading() as (_, _articles, claims):
            return self._claim_from(document_of(claims, claim_id, "claim"))

    def _paragraphs(self, article_id: str) -> list[str]:
        """The texts of the article's paragraphs; to be asked while reading or in a transaction. Raises `NotFound`."""
        article = document_of(self._store.documents("articles"), article_id, "article")
        return [paragraph["text"] for paragraph in self._store.article_text(article["file"])["paragraphs"]]

    @staticmethod
    def _change_claim(draft: Draft, claim_id: str, change: Callable[[Document], None]) -> Document:
        """Change a claim's document in a transaction; the document after. Raises `NotFound`."""
        document = draft.table("claims").get(number_of(claim_id, "claim"))
        if document is None:
            raise not_found(claim_id, "claim")
        change(document)
        return document


def document_of(documents: Documents, id_: str, noun: str) -> Document:
    """The document of this id; raises `NotFound`."""
    document = documents.get(str(number_of(id_, noun)))
    if document is None:
        raise not_found(id_, noun)
    return document


def number_of(id_: str, noun: str) -> int:
    """The number under which TinyDB keeps the document of this id; raises `NotFound` when it cannot be one."""
    if not ID.fullmatch(id_):
        # `int` takes capitals, blanks and `0x` too; what is made under such an id would belong to nothing.
        raise not_found(id_, noun)
    return int(id_, 16)


def not_found(id_: str, noun: str, nearest: Sequence[str] = ()) -> NotFound:
    """The error that says so, and which may have been meant, or where the ids are."""
    meant = f"did you mean {' or '.join(nearest)}?" if nearest else HINTS[noun]
    return NotFound(f"there is no {noun} {id_}", meant, tuple(nearest))


def refuse_stale(claim: Document, rev: int | None) -> None:
    """Raise `Conflict` when a revision is given and the claim has another by now."""
    if rev is not None and rev != claim.get("rev", 0):
        raise Conflict(
            f"claim {claim['id']} was changed meanwhile: it is {claim['status']} by {claim.get('by') or 'nobody'} now",
            "look at it again, then decide",
        )


HINTS = {
    "article": "tuifact list shows the ids",
    "claim": "tuifact claims shows the ids",
    "source": "tuifact evidence list shows the ids",
    "question": "tuifact question list shows the ids",
}
