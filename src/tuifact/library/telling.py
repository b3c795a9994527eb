"""Transactions told as events, claim by claim: what happened to a claim itself, and to what is attached to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from tuifact.library.papers import told
from tuifact.library.store.attached import ATTACHED
from tuifact.library.store.documents import Document, Documents
from tuifact.library.store.shelf import Shelf, article_of
from tuifact.library.store.transaction import Change, Fields, Transaction
from tuifact.model import Action, Event, Status
from tuifact.model.plain import plain_line

Tables = Callable[[str], Documents]
"""The documents of a table, by its name."""

_ACTIONS = {
    "add": Action.ADDED,
    "mark": Action.MARKED,
    "note": Action.NOTED,
    "undo": Action.UNDONE,
    "redo": Action.REDONE,
}
_ATTACHED_ACTIONS = {
    "evidence": Action.EVIDENCED,
    "questions": Action.ASKED,
    "signatures": Action.SIGNED,
    "dismissals": Action.DISMISSED,
}
_VERBS = {
    "evidence": ("added", "changed", "removed"),
    "questions": ("asked", "changed", "took back"),
    "signatures": ("signed off", "signed off", "withdrew the sign-off"),
    "dismissals": ("dismissed the check of", "dismissed the check of", "took back in the check of"),
}

TAKEN_OVER = "taken over: "
"""What `Event.about` begins with where a claim has its verdict from an earlier check: the event is about the claim."""


class Standing(NamedTuple):
    """What of a claim an event tells although it did not change it."""

    status: Status = Status.UNVERIFIED
    note: str = ""
    rev: int = 0

    @classmethod
    def of(cls, document: Fields) -> Standing:
        """How the claim of this document stands."""
        return cls(Status(document.get("status") or "unverified"), document.get("note", ""), document.get("rev", 0))


Standings = dict[str, Standing]
"""How claims stand, by their id, as far as the events told them."""


def events_of(transaction: Transaction, tables: Tables, standings: Standings) -> Iterator[Event]:
    """The events of one transaction, without those of the claims found in its article files.

    `standings` says how claims stood before, and afterwards how they stand.
    """
    return (event for _, event in changes_told(transaction, tables, standings))


def changes_told(transaction: Transaction, tables: Tables, standings: Standings) -> Iterator[tuple[Change, Event]]:
    """The same, each with the change it tells of."""
    for change in transaction.changes:
        if change.table == "claims":
            event = _event(transaction, change, tables("claims"))
            standings[event.claim] = Standing(event.now, event.note, event.rev)
            yield change, event
        elif change.table == "articles":
            if told := _article_event(transaction, change, tables("articles")):
                yield change, told
        elif change.table in ATTACHED:
            yield change, _attached_event(transaction, change, tables(change.table), standings)


def standings_before(transactions: Sequence[Transaction], claims: Documents) -> Standings:
    """How the claims that have events in these transactions stood before; no later transaction must be known."""
    standings: Standings = {}
    for transaction in transactions:
        for change in transaction.changes:
            if change.table == "claims":
                standings.setdefault(change.key, Standing.of(change.was or {}))
    for transaction in transactions:
        for change in transaction.changes:
            if change.table in ATTACHED and (claim := _owner(change)["claim"]) not in standings:
                held = claims.get(str(int(claim, 16))) if claim else None
                standings[claim] = Standing.of(held or {})
    return standings


def found_events(transaction: Transaction, shelf: Shelf) -> Iterator[Event]:
    """The events of the claims that came with article files."""
    for article in transaction.load:
        for key in shelf.keys(article):
            yield found_event(f"{int(key):012x}", article, transaction)


def found_event(claim_id: str, article: str, arrival: Transaction) -> Event:
    """A claim came in with its article."""
    unverified = Status.UNVERIFIED
    return Event(claim_id, article, Action.ADDED, arrival.by, arrival.at, unverified, unverified, "", 0)


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
        about=_taken_over(was, now),
        verdict=now.get("verdict", ""),
    )


def _article_event(transaction: Transaction, change: Change, articles: Documents) -> Event | None:
    """What happened to an article as a whole; None unless it was dropped or brought back."""
    if change.was is None or change.now is None:
        return None
    dropped = bool(change.now.get("dropped"))
    if dropped is bool(change.was.get("dropped")):
        return None
    undoing = transaction.do in ("undo", "redo")
    # An undo tells what was taken back.
    verb = "dropped" if dropped is not (transaction.do == "undo") else "brought back"
    title = (articles.get(change.doc_id) or {}).get("title", "")
    return Event(
        claim="",
        article=change.key,
        action=_ACTIONS[transaction.do] if undoing else Action.DROPPED if dropped else Action.RESTORED,
        by=transaction.by,
        at=transaction.at,
        was=Status.UNVERIFIED,
        now=Status.UNVERIFIED,
        note="",
        rev=0,
        about=plain_line(f"{verb} the article “{title}”"),
    )


def _taken_over(was: Fields, now: Fields) -> str:
    origin = now.get("origin", "")
    return f"{TAKEN_OVER}{origin}" if origin and origin != was.get("origin") else ""


def _action(do: str, change: Change) -> Action:
    if do in ("undo", "redo"):
        return _ACTIONS[do]
    if change.was is None:
        return Action.ADDED
    was, now = bool(change.was.get("dropped")), change.now is None or bool(change.now.get("dropped"))
    if was != now:
        return Action.DROPPED if now else Action.RESTORED
    return _ACTIONS.get(do, Action.EDITED)


def _attached_event(transaction: Transaction, change: Change, documents: Documents, standings: Standings) -> Event:
    owner = _owner(change)
    standing = standings.get(owner["claim"], Standing())
    undoing = transaction.do in ("undo", "redo")
    return Event(
        claim=owner["claim"],
        article=owner["article"],
        action=_ACTIONS[transaction.do] if undoing else _ATTACHED_ACTIONS[change.table],
        by=transaction.by,
        at=transaction.at,
        was=standing.status,
        now=standing.status,
        note=standing.note,
        rev=standing.rev,
        about=_about(change, documents.get(change.doc_id) or {}, taken_back=transaction.do == "undo"),
    )


def _owner(change: Change) -> dict[str, str]:
    fields = {**(change.was or {}), **(change.now or {})}
    return {name: str(fields.get(name, "")) for name in ("claim", "article")}


def _about(change: Change, held: Document, *, taken_back: bool) -> str:
    """What happened to the document, and what it is: `added Audit report 2020`; or what of that was taken back."""
    was, now = (change.now, change.was or {}) if taken_back else (change.was, change.now or {})
    came, changed, went = _VERBS[change.table]
    if was is None or (was.get("dropped") and not now.get("dropped")):
        verb = came
    elif now.get("dropped"):
        verb = went
    elif "answered" in now and was.get("answered") != now["answered"]:
        verb = "answered"
    else:
        verb = changed
    return plain_line(f"{verb} {told(change.table, {**held, **(was or {}), **now})}")
