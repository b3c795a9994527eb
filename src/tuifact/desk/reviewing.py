"""Reviewing: the second pair of eyes, and the questions that are put to people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tuifact.desk.opened import OpenLibrary
from tuifact.errors import EvidenceError
from tuifact.model import Claim, Question, Status
from tuifact.model.review import same_person


@dataclass(frozen=True, slots=True)
class SignedOff:
    """What came of signing off an article."""

    signed: tuple[Claim, ...]
    refused: tuple[tuple[Claim, str], ...]
    """The decided claims that this person could not sign off, with the reason."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Everything that is to be, or was, put to one person."""

    person: str
    questions: tuple[Question, ...]
    """Oldest first."""

    @property
    def open(self) -> int:
        """How many have no answer yet."""
        return sum(question.is_open for question in self.questions)


class Reviewing(OpenLibrary):
    """Signatures, questions and answers; each on disk when the call returns, each undoable."""

    def sign(self, claims: Sequence[str], *, by: str = "") -> tuple[Claim, ...]:
        """Sign claims off: all or none.

        Raises `LibraryError` for a claim that is not decided, or that the same person decided.
        """
        return self.library.sign([self.library.resolve_claim(claim) for claim in claims], by=self._checker(by))

    def sign_article(self, article: str, *, by: str = "") -> SignedOff:
        """Sign off every decided claim of an article that this person may sign off and whose signature does not hold
        already. Raises `EvidenceError` when none of its claims is decided."""
        from tuifact.library import unsignable

        reviewer = self._checker(by)
        claims = self.library.claims(self.library.resolve_article(article))
        decided = [claim for claim in claims if claim.status != Status.UNVERIFIED]
        if not decided:
            raise EvidenceError(f"no claim of article {article} is decided yet", "tuifact mark decides")
        waiting = [claim for claim in decided if not claim.signed]
        reasons = [(claim, unsignable(claim, reviewer)) for claim in waiting]
        able = [claim.id for claim, reason in reasons if reason is None]
        signed = self.library.sign(able, by=reviewer) if able else ()
        return SignedOff(signed, tuple((claim, reason[0]) for claim, reason in reasons if reason))

    def withdraw(self, claims: Sequence[str], *, by: str = "") -> tuple[Claim, ...]:
        """Take the sign-off of claims back: all or none."""
        return self.library.withdraw([self.library.resolve_claim(claim) for claim in claims], by=self._checker(by))

    def ask(
        self, claim: str, person: str, text: str, *, reply: bool = False, asked: bool = True, by: str = ""
    ) -> Question:
        """Write down what a person was asked about a claim, or (`asked=False`) is still to be asked.

        `reply` marks the right of reply: the person can answer what is said of them.
        """
        chosen = self.library.resolve_claim(claim)
        return self.library.ask(chosen, person, text, reply=reply, asked=asked, by=self._checker(by))

    def put_question(self, question: str, *, by: str = "") -> Question:
        """Say that a question that was still to be asked is asked now."""
        return self.library.put_question(self.library.resolve_question(question), by=self._checker(by))

    def answer(self, question: str, text: str, *, by: str = "") -> Question:
        """Write down what came back; an empty text says that nothing did, and the question is closed too."""
        return self.library.answer(self.library.resolve_question(question), text, by=self._checker(by))

    def remove_question(self, question: str, *, by: str = "") -> Question:
        """Take a question back; nothing of it is erased."""
        return self.library.remove_question(self.library.resolve_question(question), by=self._checker(by))

    def questions(
        self, claim: str | None = None, *, article: str | None = None, person: str = "", open_only: bool = False
    ) -> tuple[Question, ...]:
        """Questions, oldest first: about a claim, about an article, to a person, or all."""
        chosen = self.library.resolve_claim(claim) if claim is not None else None
        within = self.library.resolve_article(article) if article is not None else None
        found = self.library.questions(chosen, article=within)
        return tuple(
            one for one in found if (not person or same_person(one.person, person)) and (one.is_open or not open_only)
        )

    def questions_by_person(
        self, *, article: str | None = None, person: str = "", open_only: bool = False
    ) -> tuple[Asked, ...]:
        """The same, person by person: those with most open questions first."""
        people: list[tuple[str, list[Question]]] = []
        for question in self.questions(article=article, person=person, open_only=open_only):
            for name, questions in people:
                if same_person(name, question.person):
                    questions.append(question)
                    break
            else:
                people.append((question.person, [question]))
        asked = [Asked(name, tuple(questions)) for name, questions in people]
        return tuple(sorted(asked, key=lambda one: (-one.open, one.person.casefold())))
