"""What happened to claims, as steps that can be done again in another library."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from tuifact.library.codec import claim_document
from tuifact.library.identity import attached_id
from tuifact.library.papers import dismissal_document
from tuifact.library.store.documents import Document
from tuifact.library.store.draft import Draft
from tuifact.library.telling import TAKEN_OVER
from tuifact.model import Action, Claim, Dismissal, Dossier, Event, Signature, Status
from tuifact.model.plain import plain_line, plain_text

_DECIDED = (
    "verdict", "rating", "note", "correction", "origin", "internal_note", "by", "at", "rev", "text_changed",
    "previous", "contested",
)  # fmt: skip
"""Fields of a claim that are decided about it and are the same in its document; empty ones are left out there."""

_DO = {
    Action.ADDED: "claim",
    Action.MARKED: "mark",
    Action.NOTED: "note",
    Action.EDITED: "claim",
    Action.DROPPED: "claim",
    Action.RESTORED: "claim",
    Action.UNDONE: "undo",
    Action.REDONE: "redo",
}
"""What a transaction does that is told as such an event of a claim."""


_DO_ATTACHED = {
    Action.EVIDENCED: "evidence",
    Action.ASKED: "question",
    Action.SIGNED: "sign",
    Action.DISMISSED: "dismiss",
}
"""The same for what is attached to a claim."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened to a claim, or to what is attached to it."""

    at: str
    by: str
    do: str
    claim: str
    change: Callable[[Draft], object]
    is_own: bool = False
    """Whether it changes the claim itself."""


def as_told(steps: Iterable[Step], history: Sequence[Event]) -> list[Step]:
    """The steps in the order in which the history tells them: that of a millisecond is not told by their times.

    What was done to one claim in one way within one is given in order.
    """
    places: dict[tuple[str, str, str], deque[int]] = defaultdict(deque)
    for number, event in enumerate(history):
        places[event.at, event.claim, (_DO | _DO_ATTACHED)[event.action]].append(number)
    placed = []
    for step in steps:
        left = places[step.at, step.claim, step.do]
        placed.append((step.at, left.popleft() if left else len(history), step))
    return [step for *_, step in sorted(placed, key=itemgetter(0, 1))]


def together(steps: Iterable[Step]) -> Iterator[list[Step]]:
    """The steps that were one transaction, which changes each claim itself once."""
    group: list[Step] = []
    changed: set[str] = set()
    for step in steps:
        goes_on = group and (step.at, step.by, step.do) == (group[0].at, group[0].by, group[0].do)
        if group and (not goes_on or (step.is_own and step.claim in changed)):
            yield group
            group, changed = [], set()
        group.append(step)
        if step.is_own:
            changed.add(step.claim)
    if group:
        yield group


def own_steps(dossier: Dossier, added: Mapping[str, Event]) -> Iterator[Step]:
    """What happened to the claims themselves; the last step of each leaves it as it is now."""
    claims = {claim.id: claim for claim in dossier.claims}
    events = [
        event
        for event in dossier.history
        if event.claim in claims and _is_own(event) and (event.action is not Action.ADDED or event.claim in added)
    ]
    last = {event.claim: event for event in events}
    for event in events:
        claim = claims[event.claim]
        final = claim if last[event.claim] is event else None
        yield Step(event.at, event.by, _DO[event.action], claim.id, _decide(event, claim, final), is_own=True)
    for claim in dossier.claims:
        if claim.id not in last and claim.rev:
            known = Event(claim.id, claim.article, Action.MARKED, claim.by, claim.at, claim.status, claim.status, "", 0)
            yield Step(claim.at, claim.by, "mark", claim.id, _decide(known, claim, claim), is_own=True)


def _is_own(event: Event) -> bool:
    """Whether it changed the claim itself; undoing something attached to it did not."""
    return event.action in _DO and (not event.about or event.about.startswith(TAKEN_OVER))


def _decide(event: Event, claim: Claim, final: Claim | None) -> Callable[[Draft], object]:
    """Bring a claim to where it stood after an event; to where it stands now with its last."""

    def change(draft: Draft) -> None:
        claims = draft.table("claims")
        if event.action is Action.ADDED:
            claims[int(claim.id, 16)] = claim_document(claim, claim.id, claim.article)
        document = claims[int(claim.id, 16)]
        fields: Document = {"status": event.now.value, "note": plain_text(event.note), "rev": event.rev}
        fields["verdict"] = plain_text(event.verdict)
        if event.action is Action.MARKED:
            fields |= {"by": event.by, "at": event.at, "origin": plain_line(event.about.removeprefix(TAKEN_OVER))}
        elif event.now is Status.UNVERIFIED and event.action is Action.UNDONE:
            fields |= {"by": "", "at": ""}
        if event.action in (Action.DROPPED, Action.RESTORED):
            fields["dropped"] = event.action is Action.DROPPED
        if final:
            # A report has the claims that were not set aside; which event took this one back in need not be told.
            fields |= {name: getattr(final, name) for name in _DECIDED} | {"dropped": False}
            fields |= {"status": final.status.value, "confidence": final.confidence and final.confidence.value}
        for name, value in fields.items():
            if value:
                document[name] = value
            else:
                document.pop(name, None)

    return change


def enter_dismissal(dismissal: Dismissal, article: str) -> Callable[[Draft], object]:
    """Dismiss an earlier check as it was dismissed."""
    entry = dismissal_document(dismissal, article)

    def change(draft: Draft) -> None:
        draft.table("dismissals")[int(entry["id"], 16)] = entry

    return change


def enter_signature(claim: Claim, signature: Signature) -> Callable[[Draft], object]:
    """Sign a claim as it was signed."""
    id_ = attached_id(claim.id, f"signature\n{' '.join(signature.by.casefold().split())}")
    entry = {"id": id_, "claim": claim.id, "article": claim.article}
    entry |= {"by": signature.by, "at": signature.at, "digest": signature.digest}

    def change(draft: Draft) -> None:
        draft.table("signatures")[int(id_, 16)] = entry

    return change
