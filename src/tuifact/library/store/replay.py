"""What a transaction does to the tables: the one way in which anything in a library ever changes."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from types import MappingProxyType

from tuifact.library.store.attached import ATTACHED, Attached
from tuifact.library.store.documents import Document, Documents, as_text
from tuifact.library.store.shelf import Shelf
from tuifact.library.store.snapshot import State
from tuifact.library.store.transaction import CIRCUMSTANCES, REPAIR, VERDICT, Change, Fields, Transaction

_PLACE = frozenset(("paragraph", "start"))

FoundClaims = Callable[[str], list[Document]]
"""Reads the claims as they were found from an article's file, by its name."""


class Replay:
    """Applies transactions, as they are made here or found in a journal, and keeps what follows from them in step."""

    def __init__(self, state: State, found_claims: FoundClaims) -> None:
        self.state = state
        self.shelf = Shelf(state.tables["articles"], state.tables["claims"], state.tallies)
        self.attached = Attached(state.tables)
        self.loaded = 0
        """How many claims came from article files."""
        self._found_claims = found_claims

    def apply(self, transaction: Transaction, found: Mapping[str, list[Document]] = MappingProxyType({})) -> None:
        """Change the tables as the transaction says; what was found in articles need not be given, but is at hand when
        they were added here."""
        for change in transaction.changes:
            self._change(change, as_told=transaction.do == REPAIR)
        for name in transaction.load:
            self._load(found[name] if name in found else self._found_claims(name))
        self.state.last = max(self.state.last, transaction.order)

    def settle(self) -> None:
        """Put the claims in order and count them, as a snapshot has them."""
        articles, claims = self.table("articles"), self.table("claims")
        claims.arrange(self.shelf.in_order(articles))
        self.state.tallies = self.shelf.tallies(articles)
        self.loaded = 0

    def table(self, name: str) -> Documents:
        """The documents of this table, which need not exist yet."""
        tables = self.state.tables
        if name not in tables:
            tables[name] = Documents()
        return tables[name]

    def _load(self, found: list[Document]) -> None:
        """Take in claims as found; one that is there (two machines imported the same article) keeps its verdict."""
        claims = self.table("claims")
        for document in found:
            key = str(int(document["id"], 16))
            if key not in claims:
                raw = as_text(document)
                self.shelf.claim_found(key, raw)
                claims.raw[key] = raw
                self.loaded += 1

    def _change(self, change: Change, *, as_told: bool) -> None:
        documents = self.table(change.table)
        key = change.doc_id
        raw = documents.raw.get(key)
        held = documents[key] if raw is not None else None
        after = change.now if as_told else _after(held, change)
        text = None if after is None else as_text(after)
        if change.table == "claims":
            self.shelf.claim_changed(key, raw, text)
            if after and change.was and not _PLACE.isdisjoint(change.now or ()):
                self.shelf.claim_moved(after.get("article", ""))
        elif change.table == "articles":
            self.shelf.article_changed(held, after)
        elif change.table in ATTACHED:
            self.attached.changed(change.table, key, raw, text)
        if text is None:
            documents.raw.pop(key, None)
        else:
            documents.raw[key] = text


def _after(held: Document | None, change: Change) -> Document | None:
    """The document after the change; None when there is none then."""
    if change.now is None:
        return None
    if change.was is None:
        return change.now if held is None else _meeting(held, change.now)
    if held is None:
        # Gone here, changed elsewhere: what was decided there has no place any more and stays in the journal.
        return None
    decided = change.was.get("rev", 0) != change.now.get("rev", 0)
    if change.table != "claims" or not decided:
        return _patched(held, change.now, change.was)
    return _decided(held, change.was, change.now)


def _decided(held: Document, was: Fields, now: Fields) -> Document:
    """A claim after a change of it. A change made without knowing the last one makes the claim contested; the later
    revision, then the later time, then the name decides which of the two stands meanwhile."""
    rival = now.get("rev", 0) != held.get("rev", 0) + 1
    stands = not rival or _rank(now) > _rank(held)
    after = _patched(held, now, was, VERDICT) if stands else dict(held)
    unseen = held.get("contested") and not was.get("contested")
    if unseen or (rival and _says_otherwise(held, was, now)):
        after["contested"] = True
    return after


def _says_otherwise(held: Document, was: Fields, now: Fields) -> bool:
    return any(now.get(name) != held.get(name) for name in {*was, *now} - CIRCUMSTANCES)


def _rank(verdict: Fields) -> tuple[int, str, str, str]:
    return verdict.get("rev", 0), verdict.get("at", ""), verdict.get("by", ""), verdict.get("status", "")


def _patched(held: Document, now: Fields, was: Fields, whole: Container[str] = ()) -> Document:
    """The document with these fields; those of `was` and of `whole` that are not among them are gone."""
    after = held | now
    for name in held:
        if name not in now and (name in was or name in whole):
            del after[name]
    return after


def _meeting(held: Document, other: Document) -> Document:
    """The same document made on two machines: the first stands, with the tags of both."""
    if "tags" in held:
        return held | {"tags": list(dict.fromkeys([*held["tags"], *other.get("tags", ())]))}
    return held
