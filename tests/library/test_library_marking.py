"""Marking: verdicts and notes, on disk when the call returns."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from library_stock import opened, statuses, stocked

from tuifact.errors import Conflict, NotFound
from tuifact.model import Action, Confidence, Status


def test_a_mark_says_who_when_and_what(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        claim = library.mark(ids[0], "disputed", by="ana", note="see the register", internal_note="ask Ben")
        assert (claim.status, claim.by, claim.note, claim.internal_note) == (
            Status.DISPUTED,
            "ana",
            "see the register",
            "ask Ben",
        )
        assert claim.rev == 1
        assert claim.at.endswith("Z")
        assert len(claim.at) == len("2026-01-31T12:00:00.000Z")
    with opened(tmp_path) as library:
        assert library.claim(ids[0]) == claim


def test_an_empty_note_keeps_the_one_there_is(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        library.mark(ids[0], "disputed", note="public", internal_note="internal")
        claim = library.mark(ids[0], Status.VERIFIED)
        assert (claim.note, claim.internal_note) == ("public", "internal")
        assert library.write_note(ids[0], "").note == ""
        assert library.write_note(ids[0], "", internal=True).internal_note == ""


def test_a_note_leaves_the_status_alone(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        library.mark(ids[0], "disputed", by="ana")
        claim = library.write_note(ids[0], "see page 4", by="ben")
        assert (claim.status, claim.by, claim.note, claim.rev) == ("disputed", "ana", "see page 4", 2)
        assert library.history(ids[0])[-1].action == Action.NOTED


def test_a_mark_on_an_old_revision_is_a_conflict(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        seen = library.claim(ids[0]).rev
        library.mark(ids[0], "verified", by="ana", rev=seen)
        with pytest.raises(Conflict, match="ana") as caught:
            library.mark(ids[0], "disputed", by="ben", rev=seen)
        assert caught.value.hint
        assert library.claim(ids[0]).status == "verified"
        assert len(library.history(ids[0])) == 2


def test_mark_many_is_all_or_none(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    before = statuses(tmp_path)
    with opened(tmp_path) as library:
        with pytest.raises(NotFound):
            library.mark_many([(ids[0], "verified"), ("0" * 12, "verified")], by="ana")
        with pytest.raises(ValueError, match="maybe"):
            library.mark_many([(ids[0], "verified"), (ids[1], "maybe")], by="ana")
        assert library.counts()["verified"] == 0
    assert statuses(tmp_path) == before


def test_mark_many_is_one_line_and_one_undo(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        claims = library.mark_many([(id_, "verified") for id_ in ids] + [(ids[0], "disputed")], by="ana", note="all")
        assert [claim.status for claim in claims] == ["disputed"] + ["verified"] * 5
        assert {claim.note for claim in claims} == {"all"}
        assert len({claim.at for claim in claims}) == 1
        assert len(library.undo()) == 6
        assert library.counts()["unverified"] == 6


def test_marking_nothing_writes_nothing(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        library.mark(ids[0], "verified")
        assert library.mark_many([]) == ()
        assert len(library.undo()) == 1


def test_an_unknown_status_is_refused_before_anything_happens(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library, pytest.raises(ValueError, match="true"):
        library.mark(ids[0], "true")
    assert set(statuses(tmp_path).values()) == {"unverified"}


def test_what_people_write_is_made_harmless(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        claim = library.mark(ids[0], "disputed", by="a\x1bna\nbell", note="one\ntwo \x1b[31m \udce9")
        assert claim.by == "a␛na bell"
        assert claim.note == "one\ntwo ␛[31m \ufffd"
    with opened(tmp_path) as library:
        assert library.claim(ids[0]) == claim


def test_counts_follow_every_mark(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        for status in (*Status, Status.VERIFIED, Status.UNVERIFIED):
            library.mark(ids[0], status)
            assert library.counts()[status] == (6 if status == "unverified" else 1)


def test_nothing_is_marked_when_one_claim_was_changed_meanwhile(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        seen = {claim_id: library.claim(claim_id).rev for claim_id in ids[:2]}
        library.mark(ids[1], "disputed", by="ben")
        with pytest.raises(Conflict, match="disputed by ben"):
            library.mark_many([(claim_id, "verified") for claim_id in seen], by="ana", revs=seen)
        assert [library.claim(claim_id).status for claim_id in seen] == ["unverified", "disputed"]


def test_a_note_written_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        seen = library.claim(ids[0]).rev
        library.write_note(ids[0], "theirs", by="ben")
        with pytest.raises(Conflict):
            library.write_note(ids[0], "ours", by="ana", rev=seen)
        assert library.claim(ids[0]).note == "theirs"


def test_words_beside_the_status_are_one_transaction_with_it(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        claim = library.mark(
            ids[0],
            "disputed",
            by="ana",
            verdict="The register names 900 inhabitants.\n",
            rating="Mostly false",
            confidence="high",
            correction="had 900 inhabitants",
            note="two\nlines",
        )
        assert (claim.verdict, claim.rating) == ("The register names 900 inhabitants.", "Mostly false")
        assert claim.confidence is Confidence.HIGH
        assert (claim.correction, claim.note) == ("had 900 inhabitants", "two\nlines")
        assert library.mark(ids[0], "disputed", verdict="", confidence="").verdict == claim.verdict
    with opened(tmp_path) as library:
        kept = library.claim(ids[0])
        assert (kept.rating, kept.confidence) == ("Mostly false", Confidence.HIGH)
        library.undo()
        library.undo()
        assert (library.claim(ids[0]).verdict, library.claim(ids[0]).confidence) == ("", None)


def test_words_can_be_written_alone_and_taken_away(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        library.mark(ids[0], "disputed", by="ana", verdict="It was ten.", note="see there")
        first, second = library.write_verdict(ids[:2], by="ben", correction="ten", clear=["note"])
        assert (first.status, first.by, first.verdict) == (Status.DISPUTED, "ana", "It was ten.")
        assert (first.note, first.correction, first.rev) == ("", "ten", 2)
        assert (second.status, second.by, second.correction) == (Status.UNVERIFIED, "", "ten")
        assert library.history(ids[0])[-1].action == Action.NOTED
        assert len(library.undo()) == 2
        assert library.claim(ids[0]).note == "see there"


def test_a_rating_goes_with_its_status(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        library.mark(ids[0], "disputed", rating="Mostly false")
        assert library.mark(ids[0], "disputed").rating == "Mostly false"
        assert library.mark(ids[0], "verified").rating == ""
        assert library.mark(ids[0], "disputed", rating="False").rating == "False"
        library.undo()
        library.undo()
        assert library.claim(ids[0]).rating == "Mostly false"


@pytest.mark.parametrize("words", [{"confidence": "certain"}, {"remark": "x"}, {"clear": ["remark"]}])
def test_words_that_there_are_not_are_refused_before_anything_happens(tmp_path: Path, words: dict[str, Any]) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        with pytest.raises(ValueError, match=r"certain|remark"):
            library.mark(ids[0], "verified", **words)
        with pytest.raises(ValueError, match=r"certain|remark"):
            library.write_verdict([ids[0]], **words)
        assert library.counts()["verified"] == 0


def test_words_written_meanwhile_are_not_written_over(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        library.write_verdict([ids[0]], verdict="theirs")
        with pytest.raises(Conflict):
            library.write_verdict(ids[:2], verdict="ours", revs={ids[0]: 0})
        assert [library.claim(claim).verdict for claim in ids[:2]] == ["theirs", ""]


def test_saying_nothing_changes_nothing(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        assert library.write_verdict([ids[0]], note="", clear=["rating"])[0].rev == 0
        assert library.undo() == ()
