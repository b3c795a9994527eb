"""Reading: articles, claims, counts, and the ids people type."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from itertools import islice

from tuifact.errors import LibraryError, NotFound
from tuifact.library.article_codec import article_from, original_from
from tuifact.library.codec import STATUSES
from tuifact.library.guessing import beginning, is_id, resolve
from tuifact.library.session import document_of, number_of
from tuifact.library.shelving import Shelving
from tuifact.library.sieve import Sieve
from tuifact.library.store.documents import Document, Documents
from tuifact.library.store.files import read_bytes
from tuifact.library.store.journal import WAY_OUT
from tuifact.library.store.shelf import Shelf
from tuifact.model import Article, Claim, Original, Status


class Reading(Shelving):
    """What can be asked of a library."""

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
