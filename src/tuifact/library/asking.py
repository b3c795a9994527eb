"""Asking: questions put to people about claims, their right of reply, and what they answered."""

from __future__ import annotations

from collections.abc import Callable

from tuifact.errors import LibraryError
from tuifact.library.attaching import Attaching
from tuifact.library.papers import question_from
from tuifact.library.session import document_of
from tuifact.library.store.documents import Document
from tuifact.library.store.draft import Draft
from tuifact.model import Question
from tuifact.model.plain import plain_line, plain_text


class Asking(Attaching):
    """Questions and answers; every one of them can be undone, none is erased."""

    def ask(
        self, claim_id: str, person: str, text: str, *, reply: bool = False, asked: bool = True, by: str = ""
    ) -> Question:
        """Write down what a person was asked about a claim, or, without `asked`, what is still to be asked.

        `reply` says that the person is given the chance to answer what is said of them. Raises `NotFound` for an
        unknown claim, `LibraryError` when nobody or nothing is named.
        """
        fields = _named({"person": plain_line(person).strip(), "text": plain_text(text).strip()})
        if reply:
            fields["reply"] = True
        with self._store.transaction("question", by) as draft:
            entered = {"by": draft.by, "at": draft.at} | ({"asked": draft.at} if asked else {})
            document = self._attach(draft, "questions", claim_id, fields, entered)
        return question_from(document)

    def put_question(self, question_id: str, *, by: str = "") -> Question:
        """Say that a question that was still to be asked is asked now. Raises `NotFound`."""
        return self._change_question(question_id, by, lambda draft, document: document.setdefault("asked", draft.at))

    def answer(self, question_id: str, text: str, *, by: str = "") -> Question:
        """Write down the answer; an empty one says that none came. A later answer takes the place of an earlier one.

        Raises `NotFound`.
        """

        def write(draft: Draft, document: Document) -> None:
            document.setdefault("asked", draft.at)
            document |= {"answered": draft.at, "answer": plain_text(text).strip()}

        return self._change_question(question_id, by, write)

    def remove_question(self, question_id: str, *, by: str = "") -> Question:
        """Take a question back; nothing of it is erased. Raises `NotFound`."""
        return self._change_question(question_id, by, lambda _, document: document.update(dropped=True))

    def questions(self, claim_id: str | None = None, *, article: str | None = None) -> tuple[Question, ...]:
        """The questions about a claim, about an article's claims, or all, oldest first. Raises `NotFound`."""
        with self._reading() as (_, articles, claims):
            attached = self._store.attached
            if claim_id is not None:
                asked_of = [str(document_of(claims, claim_id, "claim")["id"])]
            else:
                asked_of = list(attached.claims("questions"))
            if article is not None:
                document_of(articles, article, "article")
            found = [document for claim in asked_of for document in attached.of("questions", claim)]
        chosen = [one for one in found if article is None or one["article"] == article]
        return tuple(question_from(one) for one in sorted(chosen, key=lambda one: (one["at"], one["id"])))

    def resolve_question(self, prefix: str) -> str:
        """The question's id, from itself or its first digits. Raises `NotFound`."""
        return self._resolve_attached("questions", prefix)

    def _change_question(self, question_id: str, by: str, change: Callable[[Draft, Document], object]) -> Question:
        with self._store.transaction("question", by) as draft:
            document = self._change_attached(draft, "questions", question_id, lambda held: change(draft, held))
        return question_from(document)


def _named(fields: dict[str, str]) -> Document:
    if not fields["person"]:
        raise LibraryError("nobody is named whom the question is for", "name the person")
    if not fields["text"]:
        raise LibraryError("the question has no words", "say what is asked")
    return dict(fields)
