"""Questions to people, their right of reply, and what came back."""

from __future__ import annotations

from pathlib import Path

import pytest
from library_stock import opened, stocked

from tuifact.errors import LibraryError, NotFound
from tuifact.model import Action


def test_a_question_is_open_until_it_is_answered(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        asked = library.ask(ids[0], "Noor Hale", "Where is the figure from?", reply=True, by="ana")
        assert (asked.claim, asked.article) == (ids[0], library.claim(ids[0]).article)
        assert (asked.person, asked.reply, asked.by) == ("Noor Hale", True, "ana")
        assert asked.is_open
        assert asked.asked
        answered = library.answer(asked.id, "From the budget.", by="ben")
        assert not answered.is_open
        assert (answered.answer, answered.by) == ("From the budget.", "ana")
    with opened(tmp_path) as library:
        assert library.questions(ids[0]) == (answered,)
        assert library.questions(ids[1]) == ()
        assert library.claim(ids[0]).rev == 0


def test_a_question_may_wait_until_it_is_asked(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        waiting = library.ask(ids[0], "Noor Hale", "Why?", asked=False)
        assert (waiting.asked, waiting.is_open) == ("", True)
        put = library.put_question(waiting.id)
        assert put.asked
        assert library.put_question(waiting.id) == put


def test_no_answer_is_an_answer_too(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        asked = library.ask(ids[0], "Noor Hale", "Why?", asked=False)
        closed = library.answer(asked.id, "")
        assert (closed.is_open, closed.answer) == (False, "")
        assert closed.asked
        assert library.answer(asked.id, "It came late.").answer == "It came late."


def test_questions_of_an_article_and_of_all_are_in_the_order_they_were_asked(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        made = [library.ask(claim, "Noor Hale", f"Question {number}?") for number, claim in enumerate((ids[5], ids[0]))]
        questions = library.questions()
        # Two that were asked within a millisecond have no order.
        assert set(questions) == set(made)
        assert [one.asked for one in questions] == sorted(one.asked for one in made)
        assert library.questions(article=made[1].article) == (made[1],)
        with pytest.raises(NotFound):
            library.questions(article="0" * 12)
        assert library.resolve_question(made[0].id[:6]) == made[0].id


def test_every_step_is_an_event_and_an_undo(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        asked = library.ask(ids[0], "Noor Hale", "Why?\nAnd how?", asked=False, by="ana")
        library.put_question(asked.id, by="ana")
        library.answer(asked.id, "Because.", by="ben")
        library.remove_question(asked.id, by="ana")
        events = library.history(ids[0])[1:]
        assert [event.about for event in events] == [
            "asked Noor Hale: Why? And how?",
            "changed Noor Hale: Why? And how?",
            "answered Noor Hale: Why? And how?",
            "took back Noor Hale: Why? And how?",
        ]
        assert {event.action for event in events} == {Action.ASKED}
        assert library.questions() == ()
        library.undo()
        assert library.questions()[0].answer == "Because."
        library.undo()
        assert library.questions()[0].is_open
        library.undo()
        assert library.questions() == (asked,)
        library.undo()
        assert library.questions() == ()
        library.redo()
        assert library.questions() == (asked,)


@pytest.mark.parametrize(("person", "text"), [("", "Why?"), ("Noor Hale", " \n"), (" ", "")])
def test_somebody_is_asked_something(tmp_path: Path, person: str, text: str) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        with pytest.raises(LibraryError) as caught:
            library.ask(ids[0], person, text)
        assert caught.value.hint
        assert library.questions() == ()


def test_an_unknown_claim_or_question_is_not_found(tmp_path: Path) -> None:
    stocked(tmp_path)
    with opened(tmp_path) as library:
        with pytest.raises(NotFound, match="no claim"):
            library.ask("0" * 12, "Noor Hale", "Why?")
        with pytest.raises(NotFound, match="no question") as caught:
            library.answer("0" * 12, "Because.")
        assert "question list" in caught.value.hint


def test_what_people_say_is_made_harmless(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        asked = library.ask(ids[0], "Noor\x1b[1m Hale\n", "Why\x07?\nHow?")
        assert (asked.person, asked.text) == ("Noor␛[1m Hale", "Why␇?\nHow?")
        assert library.answer(asked.id, "\x9bBecause").answer == "Because"


def test_a_question_about_a_claim_that_is_split_is_asked_about_its_parts_alone(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        asked = library.ask(ids[0], "Noor Hale", "Why?")
        parts = library.split_claim(ids[0], [12])
        assert {one.claim for one in library.questions()} == {part.id for part in parts}
        library.undo()
        assert library.questions() == (asked,)
