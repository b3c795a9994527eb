"""What is looked up all the time and follows from the documents: which claims an article has, how they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import count, islice

import orjson

from tuifact.errors import LibraryError
from tuifact.library.store.documents import Document, Documents
from tuifact.library.store.transaction import Change

_ROW = {"verified": 0, "disputed": 1, "unverified": 2}
_LETTER = {ord(name[0]): row for name, row in _ROW.items()}

# Where things are in the text of a claim as `codec.claim_document` writes it.
_START, _MIDDLE, _STATUS = b'{"id":"', b'","article":"', b'","status":"'
_ARTICLE = slice(len(_START) + 12 + len(_MIDDLE), len(_START) + 24 + len(_MIDDLE))
_BETWEEN = slice(_ARTICLE.stop, _ARTICLE.stop + len(_STATUS))
_DROPPED = b'"dropped":true'


class Origins:
    """Where articles come from: looked up when some are taken in, and not made before that."""

    def __init__(self, articles: Iterable[Document]) -> None:
        self.digests: dict[str, str] = {}
        self.sources: dict[str, set[str]] = {}
        for document in articles:
            self.take(document)

    def take(self, document: Document) -> None:
        """Know the originals of this article."""
        article = document.get("id", "")
        for name in document.get("versions", ()):
            self.digests[name] = article
        self.sources.setdefault(document.get("source", ""), set()).add(article)


_NUMBERS = count(1)


class Shelf:
    """Kept in step with the documents by whoever changes them."""

    def __init__(self, articles: Documents, claims: Documents, tallies: dict[str, list[int]] | None = None) -> None:
        """The shelf of these documents; tallies, when they are known, are kept and spare looking at every document."""
        self._articles = articles
        self.number = next(_NUMBERS)
        """No other shelf of this process has it; the place of one in memory may be that of another later."""
        self._claims = claims
        self._keys: dict[str, list[str]] | None = None if tallies else {}
        self._tallies = tallies or {}
        self._unsorted: set[str] = set()
        self._origins: Origins | None = None
        self.hidden = {document.get("id", "") for document in articles.holding(_DROPPED) if document.get("dropped")}
        """Ids of the articles that were dropped."""
        self.total = [0, 0, 0]
        """How many claims of the articles not dropped are verified, disputed, unverified."""
        self.changed: list[str] = []
        """Ids of the articles that came, went or changed since the library was read, each as often as it did."""
        if not tallies:
            for key, raw in claims.raw.items():
                self._take(key, *_place(raw))
        else:
            for article in articles.ids():
                if article not in self.hidden:
                    self._weigh(article, 1)

    @property
    def digests(self) -> Mapping[str, str]:
        """Originals, as `identity.digest` names them, to the article they are a version of."""
        return self._known_origins().digests

    @property
    def sources(self) -> Mapping[str, set[str]]:
        """Where originals came from, to the articles that came from there."""
        return self._known_origins().sources

    def keys(self, article: str) -> list[str]:
        """The documents of the article's claims, in reading order, those dropped among them."""
        keys = self._all_keys()
        if article in self._unsorted:
            self._unsorted.discard(article)
            keys[article].sort(key=self._position)
        return keys.get(article, [])

    def articles(self) -> list[str]:
        """Every article that has claims."""
        return list(self._tallies)

    def tally(self, article: str) -> tuple[int, int, int]:
        """How many claims of the article are verified, disputed, unverified."""
        verified, disputed, unverified, *_ = self._tallies.get(article, (0, 0, 0))
        return verified, disputed, unverified

    def tally_of(self, articles: Iterable[str]) -> tuple[int, int, int]:
        """The same of several articles together."""
        known = [tally for tally in map(self._tallies.get, articles) if tally]
        verified, disputed, unverified, *_ = map(sum, zip((0, 0, 0), *known, strict=False))
        return verified, disputed, unverified

    def in_order(self, articles: Documents) -> Iterator[str]:
        """The documents of all claims, by article in the order of the articles, then those of no article."""
        for article in self._arranged(articles):
            yield from self.keys(article)

    def tallies(self, articles: Documents) -> dict[str, list[int]]:
        """For each article with claims, in the order of `in_order`: how many are verified, disputed, unverified, and
        how many there are in all, those dropped among them."""
        return {article: [*self.tally(article), len(self.keys(article))] for article in self._arranged(articles)}

    def _arranged(self, articles: Documents) -> list[str]:
        known = [document.get("id", "") for document in articles.values()]
        return [article for article in known if article in self._tallies] + sorted(self._tallies.keys() - set(known))

    def claim_found(self, key: str, raw: bytes) -> None:
        """A claim comes in behind the last one of its article."""
        self._take(key, *_place(raw))

    def claim_changed(self, key: str, was: bytes | None, now: bytes | None) -> None:
        """A claim comes (was None), goes (now None) or changes; to be told before its document does."""
        if was is not None:
            article, row = _place(was)
            self._count(article, row, -1)
            if now is None:
                self._all_keys()[article].remove(key)
                return
        if now is not None:
            article, row = _place(now)
            if was is None:
                self._unsorted.add(article)
                self._take(key, article, row)
            else:
                self._count(article, row, 1)

    def claim_moved(self, article: str) -> None:
        """A claim of the article has another place in it now."""
        self._unsorted.add(article)

    def article_changed(self, was: Document | None, now: Document | None) -> None:
        """An article came, went, was dropped or restored, or has another original."""
        article = (now or was or {}).get("id", "")
        self.changed.append(article)
        if was is not None:
            if article in self.hidden:
                self.hidden.discard(article)
            else:
                self._weigh(article, -1)
        if now is None:
            return
        if self._origins is not None:
            self._origins.take(now)
        if now.get("dropped"):
            self.hidden.add(article)
        else:
            self._weigh(article, 1)

    def _known_origins(self) -> Origins:
        if self._origins is None:
            self._origins = Origins(self._articles.values())
        return self._origins

    def _weigh(self, article: str, sign: int) -> None:
        for row, claims in enumerate(self.tally(article)):
            self.total[row] += sign * claims

    def _take(self, key: str, article: str, row: int | None) -> None:
        self._all_keys().setdefault(article, []).append(key)
        self._tallies.setdefault(article, [0, 0, 0])
        self._count(article, row, 1)

    def _all_keys(self) -> dict[str, list[str]]:
        if self._keys is None:
            rest = iter(self._claims.raw)
            self._keys = {article: list(islice(rest, tally[3])) for article, tally in self._tallies.items()}
        return self._keys

    def _count(self, article: str, row: int | None, step: int) -> None:
        if row is None:
            return
        self._tallies[article][row] += step
        if article not in self.hidden:
            self.total[row] += step

    def _position(self, key: str) -> tuple[int, int, str]:
        document = self._claims[key]
        return document.get("paragraph", 0), document.get("start", 0), key


def refuse_unknown_status(change: Change) -> None:
    """Raise `LibraryError` when a claim would get a status that there is not, before that is written anywhere."""
    status = (change.now or {}).get("status", "unverified")
    if change.table == "claims" and status not in _ROW:
        raise LibraryError(f"claim {change.key} cannot be {status}", f"it can be {', '.join(_ROW)}")


def article_of(raw: bytes) -> str:
    """The article of a claim, from its document's text."""
    return _place(raw)[0]


def _place(raw: bytes) -> tuple[str, int | None]:
    """The article of a claim, and the row it is counted in; None when it is dropped."""
    if raw[_BETWEEN] == _STATUS and raw.startswith(_START) and _DROPPED not in raw:
        row = _LETTER.get(raw[_BETWEEN.stop])
        if row is not None:
            return raw[_ARTICLE].decode(), row
    document = orjson.loads(raw)
    status = document.get("status", "unverified")
    if status not in _ROW:
        raise LibraryError(f"claim {document.get('id', '')} has the unknown status {status}", "update tuifact")
    return document.get("article", ""), None if document.get("dropped") else _ROW[status]
