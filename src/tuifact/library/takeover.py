"""Taking over: an article with its claims, verdicts and history, from another library's report into this one.

The article comes in by one transaction, each decision by one of its own, in the order and under the name and time of
the history: so the history tells the same again, and undo takes back the same. What the history does not tell (the
words of a verdict that was changed later, a source that was removed) is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from tuifact.library.attaching import Attaching
from tuifact.library.codec import article_document, claim_document
from tuifact.library.identity import attached_id, digest
from tuifact.library.intake import Added, Intake, plain_tags
from tuifact.library.papers import evidence_fields
from tuifact.library.store.documents import Document
from tuifact.library.store.draft import Draft
from tuifact.library.undo import UNDOABLE
from tuifact.model import Action, Claim, Dossier, Event, Evidence, Question, Signature, Status
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


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened to a claim, or to what is attached to it."""

    at: str
    by: str
    do: str
    claim: str
    change: Callable[[Draft], object]


class TakingOver(Attaching):
    """Bringing back what a report holds."""

    def take_over(self, dossiers: Iterable[Dossier]) -> tuple[Added, ...]:
        """Take in articles with all that is known of them, in this order; their ids stay as they are.

        An article that is here, or was dropped, is left alone (`unchanged`): two histories of one claim are not mixed.
        Copies of sources are not in a report; a source speaks of its copy only if that is here. Raises `LibraryError`
        when nothing can be written.
        """
        taken: list[Added] = []
        steps: list[Step] = []
        for dossier in dossiers:
            here = self._place_of(dossier)
            if here:
                taken.append(here)
                continue
            by_hand = self._enter(dossier)
            steps += [*_own_steps(dossier, by_hand), *self._attached_steps(dossier)]
            taken.append(Added(dossier.summary.id, "imported", len(dossier.claims)))
        self._relive(sorted(steps, key=attrgetter("at")))
        return tuple(taken)

    def _place_of(self, dossier: Dossier) -> Added | None:
        """The article when it is in the library."""
        article = dossier.summary.id
        with self._reading() as (shelf, articles, _):
            here = article if str(int(article, 16)) in articles else shelf.digests.get(digest(dossier.article.original))
            return Added(here, "unchanged", sum(shelf.tally(here))) if here else None

    def _enter(self, dossier: Dossier) -> dict[str, Event]:
        """Take in the article with the claims that came with it; the events of those that were added later."""
        arrival = next((event for event in dossier.history if event.action is Action.ADDED), None)
        first = arrival.at if arrival else f"{dossier.summary.added[:19]}.000Z"
        later = {event.claim: event for event in dossier.history if event.action is Action.ADDED and event.at != first}
        with self._at(first, arrival.by if arrival else "", "add") as draft, self._store.reading() as shelf:
            entrance = Entrance(self._layout, draft, shelf, plain_tags(dossier.summary.tags))
            entrance.enter(dossier, [claim for claim in dossier.claims if claim.id not in later])
        return later

    def _relive(self, steps: Iterable[Step]) -> None:
        """Do each step again, those that were one transaction as one; an undo names what it takes back."""
        done: dict[str, list[tuple[str, int]]] = {}
        undone: dict[str, list[tuple[str, int]]] = {}
        for (at, by, do), group in groupby(steps, key=attrgetter("at", "by", "do")):
            together = list(group)
            with self._at(at, by, do) as draft:
                for step in together:
                    step.change(draft)
                if do in ("undo", "redo"):
                    taken, given = (done, undone) if do == "undo" else (undone, done)
                    names = taken.get(together[0].claim)
                    if names:
                        draft.of = names.pop()
                        given.setdefault(together[0].claim, []).append(draft.of)
            if draft.written and do in UNDOABLE:
                for step in together:
                    done.setdefault(step.claim, []).append(draft.written.name)

    @contextmanager
    def _at(self, at: str, by: str, do: str) -> Iterator[Draft]:
        """A transaction under the time it had in the library it comes from."""
        with self._store.transaction(do, by) as draft:
            draft.at = at or draft.at
            yield draft

    def _attached_steps(self, dossier: Dossier) -> Iterator[Step]:
        """Evidence, questions and signatures, each when it was entered."""
        for claim in dossier.claims:
            for source in claim.evidence:
                yield Step(source.at, source.by, "evidence", claim.id, self._enter_evidence(claim.id, source))
            if claim.signature:
                signature = claim.signature
                yield Step(signature.at, signature.by, "sign", claim.id, _enter_signature(claim, signature))
        for question in dossier.questions:
            yield from self._question_steps(question, dossier.history)

    def _enter_evidence(self, claim: str, source: Evidence) -> Callable[[Draft], object]:
        kept = source.snapshot
        if kept and not self._layout.snapshot_file(kept.sha256).exists():
            source = replace(source, snapshot=None)
        fields, entered = evidence_fields(source), {"by": source.by, "at": source.at}
        return lambda draft: self._attach(draft, "evidence", claim, fields, entered, wanted=source.id)

    def _question_steps(self, question: Question, history: Sequence[Event]) -> Iterator[Step]:
        """The question as it was put, then what came back."""
        claim, id_ = question.claim, question.id
        said = f"{question.person}: {plain_line(question.text)}"
        told = [event.at for event in history if event.claim == claim and event.about == f"asked {said}"]
        at = (told and told[0]) or question.asked or question.answered
        fields: Document = {"person": question.person, "text": question.text}
        fields |= {"reply": True} if question.reply else {}
        entered = {"by": question.by, "at": at} | ({"asked": question.asked} if question.asked else {})

        def answer(draft: Draft) -> None:
            document = draft.table("questions").get(int(id_, 16))
            if document is not None:
                document |= {"answered": question.answered, "answer": question.answer}

        yield Step(
            at, question.by, "question", claim,
            lambda draft: self._attach(draft, "questions", claim, fields, entered, wanted=id_),
        )  # fmt: skip
        if not question.is_open:
            yield Step(question.answered, question.by, "question", claim, answer)


class Entrance(Intake):
    """Lets an article in under the id it has."""

    def enter(self, dossier: Dossier, claims: Iterable[Claim]) -> None:
        """The article with the claims that came in with it, as they were found."""
        summary, article = dossier.summary, replace(dossier.article, id=dossier.summary.id)
        found = [claim_document(claim, claim.id, article.id) for claim in claims]
        self._write_files(article, article.id, found)
        document = article_document(
            article,
            added=summary.added,
            tags=self._tags,
            file=article.id,
            versions=[digest(article.original)],
        )
        known = {"archive": summary.archive, "archived": summary.archived}
        self._articles[int(article.id, 16)] = document | {name: value for name, value in known.items() if value}
        self._draft.load[article.id] = found
        self.write()


def _own_steps(dossier: Dossier, added: dict[str, Event]) -> Iterator[Step]:
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
        yield Step(event.at, event.by, _DO[event.action], claim.id, _decide(event, claim, final))
    for claim in dossier.claims:
        if claim.id not in last and claim.rev:
            known = Event(claim.id, claim.article, Action.MARKED, claim.by, claim.at, claim.status, claim.status, "", 0)
            yield Step(claim.at, claim.by, "mark", claim.id, _decide(known, claim, claim))


def _is_own(event: Event) -> bool:
    """Whether it changed the claim itself; undoing something attached to it did not."""
    return event.action in _DO and not (event.about and event.action in (Action.UNDONE, Action.REDONE))


def _decide(event: Event, claim: Claim, final: Claim | None) -> Callable[[Draft], object]:
    """Bring a claim to where it stood after an event; to where it stands now with its last."""

    def change(draft: Draft) -> None:
        claims = draft.table("claims")
        if event.action is Action.ADDED:
            claims[int(claim.id, 16)] = claim_document(claim, claim.id, claim.article)
        document = claims[int(claim.id, 16)]
        fields: Document = {"status": event.now.value, "note": plain_text(event.note), "rev": event.rev}
        if event.action is Action.MARKED:
            fields |= {"by": event.by, "at": event.at}
        elif event.now is Status.UNVERIFIED and event.action is Action.UNDONE:
            fields |= {"by": "", "at": ""}
        if event.action in (Action.DROPPED, Action.RESTORED):
            fields["dropped"] = event.action is Action.DROPPED
        if final:
            fields |= {name: getattr(final, name) for name in _DECIDED}
            fields |= {"status": final.status.value, "confidence": final.confidence and final.confidence.value}
        for name, value in fields.items():
            if value:
                document[name] = value
            else:
                document.pop(name, None)

    return change


def _enter_signature(claim: Claim, signature: Signature) -> Callable[[Draft], object]:
    id_ = attached_id(claim.id, f"signature\n{' '.join(signature.by.casefold().split())}")
    entry = {"id": id_, "claim": claim.id, "article": claim.article}
    entry |= {"by": signature.by, "at": signature.at, "digest": signature.digest}

    def change(draft: Draft) -> None:
        draft.table("signatures")[int(id_, 16)] = entry

    return change
