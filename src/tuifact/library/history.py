"""The history as events: every line of every journal, told claim by claim, and where two copies contradict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from tuifact.errors import LibraryError
from tuifact.library.codec import claim_from
from tuifact.library.filters import Sieve
from tuifact.library.store.documents import Documents
from tuifact.library.store.journal import Rewritten
from tuifact.library.store.journals import Journals
from tuifact.library.store.layout import Layout
from tuifact.library.store.shelf import Shelf, article_of
from tuifact.library.store.transaction import Change, Transaction
from tuifact.model import Action, Claim, Event, Status

_ACTIONS = {
    "add": Action.ADDED,
    "mark": Action.MARKED,
    "note": Action.NOTED,
    "undo": Action.UNDONE,
    "redo": Action.REDONE,
}


class Told(NamedTuple):
    """An event and its place in the order of all."""

    order: tuple[int, str]
    event: Event


class Chronicle:
    """All events of a library, read when somebody first asks, kept up to date from then on."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._journals = Journals(layout)
        self._events: dict[str, list[Told]] = defaultdict(list)
        self._arrivals: dict[str, Transaction] = {}

    def catch_up(self, claims: Documents) -> None:
        """Read what was written since; raises `LibraryError` when a line of a journal is damaged."""
        try:
            news = self._journals.news()
        except (Rewritten, LibraryError):
            # Some news may be taken already: begin again at the beginning.
            self._journals = Journals(self._layout)
            self._arrivals.clear()
            self._events.clear()
            news = self._journals.news()
        for transaction in news:
            for name in transaction.load:
                self._arrivals.setdefault(name, transaction)
            for event in events_of(transaction, claims):
                self._events[event.claim].append(Told(transaction.order, event))

    def of_claim(self, claim_id: str, article: str) -> list[Told]:
        """What happened to one claim, oldest first."""
        told = sorted(self._events.get(claim_id, ()), key=lambda one: one.order)
        arrival = self._arrivals.get(article)
        if arrival and (not told or told[0].event.action is not Action.ADDED):
            return [Told(arrival.order, _found(claim_id, article, arrival)), *told]
        return told

    def of_articles(self, shelf: Shelf, articles: Iterable[str]) -> list[Event]:
        """What happened to all claims of these articles, oldest first."""
        told = [
            one
            for article in articles
            for key in shelf.keys(article)
            for one in self.of_claim(f"{int(key):012x}", article)
        ]
        return [one.event for one in sorted(told, key=lambda one: one.order)]


def events_of(transaction: Transaction, claims: Documents) -> Iterator[Event]:
    """The events of one transaction, without those of the claims found in its article files."""
    for change in transaction.changes:
        if change.table == "claims":
            yield _event(transaction, change, claims)


def found_events(transaction: Transaction, shelf: Shelf) -> Iterator[Event]:
    """The events of the claims that came with article files."""
    for article in transaction.load:
        for key in shelf.keys(article):
            yield _found(f"{int(key):012x}", article, transaction)


def _event(transaction: Transaction, change: Change, claims: Documents) -> Event:
    was, now = change.was or {}, change.now or {}
    before = was.get("status") or Status.UNVERIFIED
    raw = claims.raw.get(change.doc_id)
    return Event(
        claim=change.key,
        article=now.get("article") or was.get("article") or (article_of(raw) if raw else ""),
        action=_action(transaction.do, change),
        by=transaction.by,
        at=transaction.at,
        was=Status(before),
        now=Status(now.get("status") or before),
        note=now.get("note", ""),
        rev=now.get("rev", 0),
    )


def _action(do: str, change: Change) -> Action:
    if do in ("undo", "redo"):
        return _ACTIONS[do]
    if change.was is None:
        return Action.ADDED
    was, now = bool(change.was.get("dropped")), change.now is None or bool(change.now.get("dropped"))
    if was != now:
        return Action.DROPPED if now else Action.RESTORED
    return _ACTIONS.get(do, Action.EDITED)


def _found(claim_id: str, article: str, arrival: Transaction) -> Event:
    unverified = Status.UNVERIFIED
    return Event(claim_id, article, Action.ADDED, arrival.by, arrival.at, unverified, unverified, "", 0)


@dataclass(frozen=True, slots=True)
class Contest:
    """A claim that was decided differently on two machines that did not know of each other. Marking it settles it."""

    claim: Claim
    """As it stands meanwhile: the verdict that was revised more often, then the later one."""
    verdicts: tuple[Event, ...]
    """The last decision of each machine that takes part, oldest first."""


def find_contests(chronicle: Chronicle, shelf: Shelf, articles: Documents, claims: Documents) -> tuple[Contest, ...]:
    """The contested claims, in reading order."""
    keys = shelf.in_order(articles)
    contested = [claim_from(document) for document in Sieve(contested=True).documents(claims, keys)]
    if contested:
        chronicle.catch_up(claims)
    return tuple(Contest(claim, rivals(chronicle.of_claim(claim.id, claim.article))) for claim in contested)


def rivals(told: Iterable[Told]) -> tuple[Event, ...]:
    """The decisions that contest each other: the last of each machine, from the first revision that two made on."""
    last: dict[str, Told] = {}
    seen: dict[int, str] = {}
    taking_part: set[str] = set()
    for one in told:
        machine = one.order[1]
        other = seen.setdefault(one.event.rev, machine)
        if other != machine:
            taking_part |= {machine, other}
        last[machine] = one
    return tuple(one.event for one in sorted((last[machine] for machine in taking_part), key=lambda one: one.order))
