"""Taking over: an article with its claims, verdicts and history, from another library's report into this one.

The article comes in by one transaction, each decision by one of its own, in the order and under the name and time of
the history: so the history tells the same again, and undo takes back the same. What the history does not tell (the
words of a verdict that was changed later, a source that was removed) is lost. Until the last of them is on disk the
article says that it is still entering: one that was interrupted is taken over anew, from the beginning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from operator import attrgetter

from tuifact.library.arrival import plain_tags
from tuifact.library.article_codec import article_document
from tuifact.library.attaching import Attaching
from tuifact.library.codec import claim_document
from tuifact.library.identity import digest
from tuifact.library.intake import Added, Intake
from tuifact.library.papers import evidence_fields
from tuifact.library.reliving import Step, as_told, enter_dismissal, enter_signature, own_steps, together
from tuifact.library.session import document_of
from tuifact.library.store.attached import ATTACHED
from tuifact.library.store.documents import Document
from tuifact.library.store.draft import Draft
from tuifact.library.undo import UNDOABLE
from tuifact.model import Action, Claim, Dossier, Event, Evidence, Question
from tuifact.model.plain import plain_line


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
        entering: list[str] = []
        for dossier in dossiers:
            here = self._place_of(dossier)
            if here:
                taken.append(here)
                continue
            by_hand = self._enter(dossier)
            steps += as_told([*own_steps(dossier, by_hand), *self._attached_steps(dossier, by_hand)], dossier.history)
            taken.append(Added(dossier.summary.id, "imported", len(dossier.claims)))
            entering.append(dossier.summary.id)
        self._relive(sorted(steps, key=attrgetter("at")))
        with self._store.transaction("enter") as draft:
            for article in entering:
                draft.table("articles")[int(article, 16)].pop("entering", None)
        return tuple(taken)

    def _place_of(self, dossier: Dossier) -> Added | None:
        """The article when it is in the library, all of it."""
        article = dossier.summary.id
        with self._reading() as (shelf, articles, _):
            here = article if str(int(article, 16)) in articles else shelf.digests.get(digest(dossier.article.original))
            if here is None or document_of(articles, here, "article").get("entering"):
                return None
            return Added(here, "unchanged", sum(shelf.tally(here)))

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
        for group in together(steps):
            first = group[0]
            with self._at(first.at, first.by, first.do) as draft:
                for step in group:
                    step.change(draft)
                if first.do in ("undo", "redo"):
                    taken, given = (done, undone) if first.do == "undo" else (undone, done)
                    names = taken.get(first.claim)
                    if names:
                        draft.of = names.pop()
                        given.setdefault(first.claim, []).append(draft.of)
            if draft.written and first.do in UNDOABLE:
                for step in group:
                    done.setdefault(step.claim, []).append(draft.written.name)

    @contextmanager
    def _at(self, at: str, by: str, do: str) -> Iterator[Draft]:
        """A transaction under the time it had in the library it comes from."""
        with self._store.transaction(do, by) as draft:
            draft.at = at or draft.at
            yield draft

    def _attached_steps(self, dossier: Dossier, by_hand: Mapping[str, Event]) -> Iterator[Step]:
        """What is attached to claims, each when it was entered, or came with the claim it was passed on to."""
        for claim in dossier.claims:
            for source in claim.evidence:
                step = Step(source.at, source.by, "evidence", claim.id, self._enter_evidence(claim.id, source))
                yield _not_before(by_hand.get(claim.id), step)
            if claim.signature:
                signature = claim.signature
                yield Step(signature.at, signature.by, "sign", claim.id, enter_signature(claim, signature))
        for one in dossier.dismissals:
            step = Step(one.at, one.by, "dismiss", one.claim, enter_dismissal(one, dossier.summary.id))
            yield _not_before(by_hand.get(one.claim), step)
        for question in dossier.questions:
            for step in self._question_steps(question, dossier.history):
                yield _not_before(by_hand.get(question.claim), step)

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


def _not_before(made: Event | None, step: Step) -> Step:
    """The step, or with the making of its claim when that was not before: a split or merged claim passes on its own."""
    return replace(step, at=made.at, by=made.by, do="claim") if made and step.at <= made.at else step


class Entrance(Intake):
    """Lets an article in under the id it has."""

    def enter(self, dossier: Dossier, claims: Iterable[Claim]) -> None:
        """The article with the claims that came in with it, as they were found, and nothing that is here of it."""
        self._forget(dossier.summary.id)
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
        known = {"archive": summary.archive, "archived": summary.archived, "entering": True}
        self._articles[int(article.id, 16)] = document | {name: value for name, value in known.items() if value}
        self._draft.load[article.id] = found
        self.write()

    def _forget(self, article: str) -> None:
        """Remove what an interrupted entrance left of the article."""
        if int(article, 16) in self._articles:
            for name in ("claims", *ATTACHED):
                documents = self._draft.table(name)
                for number in [number for number, one in documents.items() if one["article"] == article]:
                    del documents[number]
