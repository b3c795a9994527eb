"""Reading: articles, claims, counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import islice
from typing import NamedTuple

from tuifact.errors import LibraryError, NotFound
from tuifact.library.article_codec import article_from, original_from, summary_from
from tuifact.library.codec import STATUSES
from tuifact.library.guessing import beginning, nearest
from tuifact.library.session import HINTS, Session, document_of, not_found, number_of
from tuifact.library.sieve import Sieve
from tuifact.library.store.documents import Document, Documents
from tuifact.library.store.files import read_bytes
from tuifact.library.store.journal import WAY_OUT
from tuifact.library.store.shelf import Shelf
from tuifact.model import Article, ArticleSummary, Claim, Original, Status

SHORTEST = 4
"""Fewer digits than this are no prefix: they would name something else tomorrow."""


class ShelfNews(NamedTuple):
    """What became of the shelf."""

    mark: str
    """To ask with next time; opaque."""
    articles: tuple[str, ...]
    """The ids of all articles, newest first; empty when nothing was changed."""
    changed: frozenset[str] | None
    """Of those that came, went or were changed; None when nobody can tell, and all have to be looked at."""


class Reading(Session):
    """What can be asked of a library."""

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
            now = f"{id(shelf)} {len(shelf.changed)}"
            if known != str(id(shelf)):
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

    def article(self, article_id: str) -> Article:
        """One article with its paragraphs and its original. Raises `NotFound`, or `LibraryError` when its file is
        damaged. Its `repairs` are empty: what cleaning did is found again by cleaning the original."""
        with self._reading() as (_, articles, _claims):
            document = document_of(articles, article_id, "article")
            return article_from(self._store.article_text(document["file"]), self._original(document))

    def original(self, article_id: str) -> Original:
        """The bytes as they were received, held against their SHA-256. Raises as `article` does."""
        with self._reading() as (_, articles, _claims):
            return self._original(document_of(articles, article_id, "article"))

    def claim(self, claim_id: str) -> Claim:
        """One claim, also one that was dropped. Raises `NotFound`."""
        return self._claim_now(claim_id)

    def claim_in_use(self, claim_id: str) -> Claim | None:
        """One claim; None when there is none, or when it or its article was dropped."""
        with self._reading() as (shelf, _, claims):
            document = claims.get(str(number_of(claim_id, "claim")))
            if document is None or document.get("dropped") or document["article"] in shelf.hidden:
                return None
            return self._claim_from(document)

    def claims(
        self,
        article: str | None = None,
        status: Status | str | None = None,
        query: str | None = None,
        speaker: str | None = None,
        after: str | None = None,
        limit: int | None = None,
        *,
        since: str | None = None,
        contested: bool = False,
        dropped: bool = False,
    ) -> tuple[Claim, ...]:
        """Claims in reading order, by article in the order they were added; those that meet every condition given.

        `article` and `after` are ids, the latter of the claim a page ends with; `query` is looked for in the text and
        `speaker` in the name, whatever the case; `since` is the time of the last decision at the earliest, as
        `Claim.at` writes it; `dropped` gives those set aside instead. Raises `NotFound` for an unknown id,
        `ValueError` for an unknown status.
        """
        if status is not None and status not in STATUSES:
            raise ValueError(f"unknown status {status!r}: it is one of {', '.join(STATUSES)}")
        sieve = Sieve(status=status, query=query, speaker=speaker, since=since, contested=contested, dropped=dropped)
        with self._reading() as (shelf, articles, claims):
            if article is not None:
                document_of(articles, article, "article")
            keys = keys_in_order(shelf, articles, article)
            if after is not None:
                keys = _behind(keys, articles, claims, after)
            return tuple(map(self._claim_from, islice(sieve.documents(claims, keys), limit)))

    def counts(self, article: str | None = None) -> dict[str, int]:
        """How many claims are verified, disputed, unverified: of one article or of all. Raises `NotFound`."""
        with self._reading() as (shelf, articles, _):
            if article is not None:
                document_of(articles, article, "article")
            tally = shelf.total if article is None else shelf.tally(article)
            return dict(zip(STATUSES, tally, strict=True))

    def resolve_article(self, prefix: str) -> str:
        """The article's id, from itself or its first digits. Raises `NotFound`, naming candidates where there are."""
        with self._reading() as (_, articles, claims):
            if not is_id(articles, prefix) and is_id(claims, prefix):
                claim = document_of(claims, resolve(claims, prefix, "claim"), "claim")
                raise NotFound(f"{prefix} is a claim, not an article", f"its article is {claim['article']}")
            return resolve(articles, prefix, "article")

    def resolve_claim(self, prefix: str) -> str:
        """The same for a claim."""
        with self._reading() as (_, articles, claims):
            if not is_id(claims, prefix) and is_id(articles, prefix):
                raise NotFound(f"{prefix} is an article, not a claim", f"tuifact claims {prefix} shows its claims")
            return resolve(claims, prefix, "claim")

    def claims_beginning(self, prefix: str) -> tuple[str, ...]:
        """The ids of all claims that begin like this, also where it is short; for those who are typing one."""
        with self._reading() as (_, _articles, claims):
            return tuple(beginning(claims, prefix))

    def _original(self, document: Document) -> Original:
        path = self._layout.original_file(document["sha256"])
        data = read_bytes(path)
        if sha256(data).hexdigest() != document["sha256"]:
            raise LibraryError(f"{path} is damaged: its SHA-256 is not its name", WAY_OUT)
        return original_from(document, data)

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


def keys_in_order(shelf: Shelf, articles: Documents, article: str | None) -> Iterator[str]:
    """The documents of the claims of one article or of all, in reading order."""
    if article is not None:
        return iter(shelf.keys(article))
    return (key for id_ in articles.ids() if id_ not in shelf.hidden for key in shelf.keys(id_))


def _behind(keys: Iterator[str], articles: Documents, claims: Documents, after: str) -> Iterator[str]:
    """The keys behind the one of this claim."""
    document_of(claims, after, "claim")
    last = str(int(after, 16))
    for key in keys:
        if key == last:
            break
    return keys


def resolve(documents: Documents, prefix: str, noun: str) -> str:
    """The id that begins like this. Raises `NotFound`, naming candidates where there are."""
    wanted = prefix.strip().lower()
    if len(wanted) < SHORTEST and wanted.isalnum():
        raise NotFound(f"{prefix} is too short for {_a(noun)}: {SHORTEST} digits or more", HINTS[noun])
    found = beginning(documents, wanted) if wanted else []
    if not found:
        raise not_found(prefix, noun, nearest(documents, wanted))
    if len(found) > 1:
        named = ", ".join(found[:3]) + (" …" if len(found) > 3 else "")
        raise NotFound(f"{prefix} is the beginning of {len(found)} {noun}s: {named}", "give more digits", tuple(found))
    return found[0]


def is_id(documents: Documents, prefix: str) -> bool:
    """Whether exactly one id begins like this, and enough of it is there to name it."""
    wanted = prefix.strip().lower()
    return len(wanted) >= SHORTEST and len(beginning(documents, wanted)) == 1


def _a(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"
