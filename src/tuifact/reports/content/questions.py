"""Questions and replies, by the person they were put to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tuifact.model.dossier import Dossier
from tuifact.model.review import Question
from tuifact.reports.content.phrases import Reference
from tuifact.reports.words import moment


@dataclass(frozen=True, slots=True)
class Asked:
    """One question, and what came back."""

    heading: str
    """What kind it is and how it stands: `Right of reply, asked on …`."""
    text: str
    answer: str
    answered: str
    """When, in words; empty while it is open."""
    claim: Reference | None
    """None when the claim is not in the report."""

    @property
    def is_open(self) -> bool:
        """Whether nothing came back yet."""
        return not self.answered


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who was asked, or is to be."""

    name: str
    questions: tuple[Asked, ...]

    @property
    def open(self) -> int:
        """How many of the questions are unanswered."""
        return sum(question.is_open for question in self.questions)


def people(dossier: Dossier, shown: Mapping[str, Reference], all_claims: bool) -> tuple[Person, ...]:
    """The persons in the order they were first asked; with `all_claims` also about claims that are gone."""
    grouped: dict[str, list[Asked]] = {}
    for question in dossier.questions:
        if all_claims or question.claim in shown:
            grouped.setdefault(question.person, []).append(_asked(question, shown.get(question.claim)))
    return tuple(Person(name, tuple(questions)) for name, questions in grouped.items())


def _asked(question: Question, claim: Reference | None) -> Asked:
    kind = "Right of reply" if question.reply else "Question"
    when = f"asked on {moment(question.asked)}" if question.asked else "still to be asked"
    return Asked(
        f"{kind}, {when}",
        question.text,
        question.answer,
        moment(question.answered) if question.answered else "",
        claim,
    )
