"""Shelving: what the shelf shows of articles, all at once or a part at a time, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tuifact.library.article_codec import summary_from
from tuifact.library.codec import STATUSES
from tuifact.library.session import Session, document_of, number_of
from tuifact.library.sieve import Sieve
from tuifact.library.store.documents import Document, Documents
from tuifact.library.store.shelf import Shelf
from tuifact.model import ArticleSummary


class ShelfNews(NamedTuple):
    """What became of the shelf."""

    mark: str
    """To ask with next time; opaque."""
    articles: tuple[str, ...]
    """The ids of all articles, newest first; empty when nothing was changed."""
    changed: frozenset[str] | None
    """Of those that came, went or were changed; None when nobody can tell, and all have to be looked at."""


class Shelving(Session):
    """What can be asked of the shelf."""

    def articles(
        self, *, query: str | None = None, tag: str | None = None, dropped: bool = False
    ) -> tuple[ArticleSummary, ...]:
        """The articles, newest first, or those that were dropped; `query` is looked for in title, byline, source and
        claims, whatever its case."""
        with self._reading() as (shelf, articles, claims):
            found = [document for document in articles.values() if (document["id"] in shelf.hidden) == dropped]
            if tag is not None:
                found = [document for document in found if tag in document["tags"]]
            if query:
                speaking = self._saying(claims, query)
                found = [document for document in found if document["id"] in speaking or _names(document, query)]
            return tuple(summary_from(document, shelf.tally(document["id"])) for document in reversed(found))

    def summary(self, article_id: str) -> ArticleSummary:
        """What the shelf shows of one article. Raises `NotFound`."""
        with self._reading() as (shelf, articles, _):
            return summary_from(document_of(articles, article_id, "article"), shelf.tally(article_id))

    def shelf_news(self, mark: str = "") -> ShelfNews:
        """What came to the shelf, went or was changed since the mark that was given the last time; `""` knows nothing.

        Raises `LibraryError` when the library cannot be read any more.
        """
        with self._reading() as (shelf, articles, _):
            known, _, count = mark.partition(" ")
            now = f"{shelf.number} {len(shelf.changed)}"
            if known != str(shelf.number):
                return ShelfNews(now, _in_use(shelf, articles), None)
            changed = frozenset(shelf.changed[int(count) :])
            return ShelfNews(now, _in_use(shelf, articles) if changed else (), changed)

    def summaries(self, article_ids: Iterable[str]) -> tuple[ArticleSummary, ...]:
        """What the shelf shows of these articles, as they were when something was last asked of the library: nothing is
        read, and one that is gone is left out."""
        with self._store.as_known() as shelf:
            return tuple(
                summary_from(document, shelf.tally(document["id"])) for document in self._documents(article_ids)
            )

    def shelf_words(self, article_ids: Iterable[str]) -> list[str]:
        """For each of these articles the words it is found by on the shelf: title, byline, source and tags, a line
        each, whatever their case; empty for one that is gone. As with `summaries`, nothing is read."""
        with self._store.as_known():
            articles = self._store.documents("articles")
            found = (articles.get(str(number_of(id_, "article"))) for id_ in article_ids)
            return [_said(document).casefold() if document else "" for document in found]

    def tallies(self, article_ids: Iterable[str]) -> list[tuple[int, int, int]]:
        """How many claims of each of these articles are verified, disputed, unverified. As with `summaries`, nothing is
        read."""
        with self._store.as_known() as shelf:
            return list(map(shelf.tally, article_ids))

    def tally_of(self, article_ids: Iterable[str]) -> dict[str, int]:
        """The same of all of them together. As with `summaries`, nothing is read."""
        with self._store.as_known() as shelf:
            return dict(zip(STATUSES, shelf.tally_of(article_ids), strict=True))

    def _documents(self, article_ids: Iterable[str]) -> Iterator[Document]:
        articles = self._store.documents("articles")
        return filter(None, (articles.get(str(number_of(id_, "article"))) for id_ in article_ids))

    @staticmethod
    def _saying(claims: Documents, query: str) -> set[str]:
        """The articles with a claim that says this."""
        return {document["article"] for document in Sieve(query=query).documents(claims, claims)}


def _in_use(shelf: Shelf, articles: Documents) -> tuple[str, ...]:
    """The ids of the articles that were not dropped, newest first."""
    return tuple(id_ for id_ in reversed(tuple(articles.ids())) if id_ not in shelf.hidden)


def _said(document: Document) -> str:
    return "\n".join((document["title"], document["byline"], document["source"], *document["tags"]))


def _names(document: Document, query: str) -> bool:
    wanted = query.casefold()
    return any(wanted in document[name].casefold() for name in ("title", "byline", "source"))
