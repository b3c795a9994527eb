"""The history as events: every line of every journal, told claim by claim, and where two copies contradict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from tuifact.errors import LibraryError
from tuifact.library.codec import claim_from
from tuifact.library.sieve import Sieve
from tuifact.library.store.documents import Document
from tuifact.library.store.journal import Rewritten
from tuifact.library.store.journals import Journals
from tuifact.library.store.layout import Layout
from tuifact.library.store.shelf import Shelf
from tuifact.library.store.transaction import Transaction
from tuifact.library.telling import Standings, Tables, changes_told, found_event
from tuifact.model import Action, Claim, Event


class Told(NamedTuple):
    """An event and its place in the order of all."""

    order: tuple[int, str]
    event: Event
    decides: bool = True
    """Whether it is about the claim itself, not about what is attached to it."""


class Chronicle:
    """All events of a library, read when somebody first asks, kept up to date from then on."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._journals = Journals(layout)
        self._events: dict[str, list[Told]] = defaultdict(list)
        self._arrivals: dict[str, Transaction] = {}
        self._standings: Standings = {}

    def catch_up(self, tables: Tables) -> None:
        """Read what was written since; raises `LibraryError` when a line of a journal is damaged."""
        try:
            news = self._journals.news()
        except (Rewritten, LibraryError):
            # Some news may be taken already: begin again at the beginning.
            self._journals = Journals(self._layout)
            self._arrivals.clear()
            self._events.clear()
            self._standings.clear()
            news = self._journals.news()
        for transaction in news:
            for name in transaction.load:
                self._arrivals.setdefault(name, transaction)
            for change, event in changes_told(transaction, tables, self._standings):
                self._events[event.claim].append(Told(transaction.order, event, change.table == "claims"))

    def of_claim(self, claim_id: str, article: str) -> list[Told]:
        """What happened to one claim, oldest first."""
        told = sorted(self._events.get(claim_id, ()), key=lambda one: one.order)
        arrival = self._arrivals.get(article)
        if arrival and (not told or told[0].event.action is not Action.ADDED):
            return [Told(arrival.order, found_event(claim_id, article, arrival)), *told]
        return told

    def of_all(self, shelf: Shelf) -> list[Event]:
        """What happened to the claims of all articles, and to articles as a whole, oldest first."""
        return self._in_order([*self._of_claims(shelf, shelf.articles()), *self._events.get("", ())])

    def of_articles(self, shelf: Shelf, articles: Iterable[str]) -> list[Event]:
        """What happened to all claims of these articles, oldest first."""
        return self._in_order(self._of_claims(shelf, articles))

    def _of_claims(self, shelf: Shelf, articles: Iterable[str]) -> Iterator[Told]:
        for article in articles:
            for key in shelf.keys(article):
                yield from self.of_claim(f"{int(key):012x}", article)

    @staticmethod
    def _in_order(told: Iterable[Told]) -> list[Event]:
        return [one.event for one in sorted(told, key=lambda one: one.order)]


@dataclass(frozen=True, slots=True)
class Contest:
    """A claim that was decided differently on two machines that did not know of each other. Marking it settles it."""

    claim: Claim
    """As it stands meanwhile: the verdict that was revised more often, then the later one."""
    verdicts: tuple[Event, ...]
    """The last decision of each machine that takes part, oldest first."""


def find_contests(
    chronicle: Chronicle, shelf: Shelf, tables: Tables, as_claim: Callable[[Document], Claim] = claim_from
) -> tuple[Contest, ...]:
    """The contested claims, in reading order."""
    keys = shelf.in_order(tables("articles"))
    contested = [as_claim(document) for document in Sieve(contested=True).documents(tables("claims"), keys)]
    if contested:
        chronicle.catch_up(tables)
    return tuple(Contest(claim, rivals(chronicle.of_claim(claim.id, claim.article))) for claim in contested)


def rivals(told: Iterable[Told]) -> tuple[Event, ...]:
    """The decisions that contest each other: the last of each machine, from the first revision that two made on."""
    last: dict[str, Told] = {}
    seen: dict[int, str] = {}
    taking_part: set[str] = set()
    for one in filter(attrgetter("decides"), told):
        machine = one.order[1]
        other = seen.setdefault(one.event.rev, machine)
        if other != machine:
            taking_part |= {machine, other}
        last[machine] = one
    return tuple(one.event for one in sorted((last[machine] for machine in taking_part), key=lambda one: one.order))
