"""Signing off: by somebody else, bound to what was decided, void as soon as anything changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from library_stock import opened, stocked

from tuifact.errors import LibraryError, NotFound
from tuifact.library import Library
from tuifact.model import Action, Evidence, Review, Status

Change = Callable[[Library, str], object]


def decided(library: Library, claim: str) -> None:
    """The claim as a checker leaves it."""
    library.add_evidence(claim, Evidence(url="https://records.example/1", title="Register"), by="Ana Bell")
    library.mark(claim, "disputed", by="Ana Bell", note="see the register", verdict="It was ten.", confidence="high")


@pytest.fixture
def checked(tmp_path: Path) -> tuple[Path, list[str]]:
    """A library whose first claim is decided."""
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        decided(library, ids[0])
    return tmp_path, ids


def test_a_signature_says_who_when_and_holds(checked: tuple[Path, list[str]]) -> None:
    folder, ids = checked
    with opened(folder) as library:
        assert library.claim(ids[0]).review is Review.UNSIGNED
        assert library.claim(ids[1]).review is Review.OPEN
        (claim,) = library.sign([ids[0]], by="Omar")
        assert claim.signature
        assert (claim.signature.by, claim.signature.digest) == ("Omar", claim.digest)
        assert claim.signed
        assert claim.review is Review.SIGNED
        assert claim.rev == 1
    with opened(folder) as library:
        assert library.claims()[0] == claim
        event = library.history(ids[0])[-1]
        assert (event.action, event.by, event.about) == (Action.SIGNED, "Omar", "signed off by Omar")


@pytest.mark.parametrize("by", ["Ana Bell", "ana bell", "  ANA  BELL ", "Ａna Bell", "Ana\tBell"])
def test_who_decided_cannot_sign(checked: tuple[Path, list[str]], by: str) -> None:
    folder, ids = checked
    with opened(folder) as library:
        with pytest.raises(LibraryError, match="Ana Bell decided it") as caught:
            library.sign([ids[0]], by=by)
        assert ids[0] in caught.value.message
        assert "--by" in caught.value.hint
        assert library.claim(ids[0]).signature is None


def test_what_nobody_decided_cannot_be_signed(checked: tuple[Path, list[str]]) -> None:
    folder, ids = checked
    with opened(folder) as library:
        with pytest.raises(LibraryError, match="nobody decided"):
            library.sign([ids[0], ids[1]], by="Omar")
        assert library.claim(ids[0]).signature is None
        with pytest.raises(LibraryError, match="nobody is named"):
            library.sign([ids[0]], by=" ")
        with pytest.raises(NotFound):
            library.sign(["0" * 12], by="Omar")


CHANGES: dict[str, Change] = {
    "another status": lambda library, claim: library.mark(claim, "verified", by="Ana Bell"),
    "another checker": lambda library, claim: library.mark(claim, "disputed", by="Ben"),
    "the note": lambda library, claim: library.write_note(claim, "other reasons"),
    "the internal note": lambda library, claim: library.write_note(claim, "ask again", internal=True),
    "the verdict": lambda library, claim: library.write_verdict([claim], verdict="It was nine."),
    "the correction": lambda library, claim: library.write_verdict([claim], correction="nine"),
    "the confidence": lambda library, claim: library.write_verdict([claim], confidence="low"),
    "a rating": lambda library, claim: library.write_verdict([claim], rating="False"),
    "a word less": lambda library, claim: library.write_verdict([claim], clear=["verdict"]),
    "the words": lambda library, claim: library.edit_claim(claim, start=4),
    "the speaker": lambda library, claim: library.edit_claim(claim, speaker="Noor Hale"),
    "a new source": lambda library, claim: library.add_evidence(claim, Evidence(title="Minutes")),
    "a source less": lambda library, claim: library.remove_evidence(library.claim(claim).evidence[0].id),
    "a source's quote": lambda library, claim: library.edit_evidence(
        library.claim(claim).evidence[0].id, replace(library.claim(claim).evidence[0], quote="ten")
    ),
    "a source's copy": lambda library, claim: library.edit_evidence(
        library.claim(claim).evidence[0].id,
        replace(library.claim(claim).evidence[0], snapshot=library.keep_snapshot(b"page", "page.txt")),
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_changes_makes_it_void_and_undo_brings_it_back(
    checked: tuple[Path, list[str]], change: Change
) -> None:
    folder, ids = checked
    with opened(folder) as library:
        library.sign([ids[0]], by="Omar")
        change(library, ids[0])
        claim = library.claim(ids[0])
        assert claim.review is Review.VOID
        assert claim.signature
        assert not claim.signed
        library.undo()
        assert library.claim(ids[0]).signed


def test_questions_leave_it_alone(checked: tuple[Path, list[str]]) -> None:
    folder, ids = checked
    with opened(folder) as library:
        library.sign([ids[0]], by="Omar")
        question = library.ask(ids[0], "The mayor", "Is it ten?")
        library.answer(question.id, "It is.")
        assert library.claim(ids[0]).signed


def test_it_can_be_signed_again(checked: tuple[Path, list[str]]) -> None:
    folder, ids = checked
    with opened(folder) as library:
        library.sign([ids[0]], by="Omar")
        library.write_note(ids[0], "other reasons", by="Ana Bell")
        assert library.sign([ids[0]], by="Omar")[0].signed
        assert [event.about for event in library.history(ids[0]) if event.action is Action.SIGNED] == [
            "signed off by Omar"
        ] * 2


def test_a_signature_that_holds_counts_before_a_later_one_that_does_not(checked: tuple[Path, list[str]]) -> None:
    folder, ids = checked
    with opened(folder) as library:
        library.sign([ids[0]], by="Omar")
        library.write_note(ids[0], "other reasons", by="Ana Bell")
        library.sign([ids[0]], by="Iris")
        library.undo()
        library.undo()
        assert library.claim(ids[0]).signature == replace(library.claim(ids[0]).signature, by="Omar")  # type: ignore[type-var]
        assert library.claim(ids[0]).signed


def test_withdrawing_takes_every_signature_back(checked: tuple[Path, list[str]]) -> None:
    folder, ids = checked
    with opened(folder) as library:
        library.sign([ids[0]], by="Omar")
        library.sign([ids[0]], by="Iris")
        (claim,) = library.withdraw([ids[0]], by="Omar")
        assert claim.signature is None
        assert library.history(ids[0])[-1].about.startswith("withdrew the sign-off by ")
        with pytest.raises(LibraryError, match="not signed off") as caught:
            library.withdraw([ids[0]])
        assert "review list" in caught.value.hint
        library.undo()
        assert library.claim(ids[0]).signed
        library.redo()
        assert library.claim(ids[0]).signature is None


def test_signing_is_one_undo(checked: tuple[Path, list[str]]) -> None:
    folder, ids = checked
    with opened(folder) as library:
        decided(library, ids[1])
        library.sign(ids[:2], by="Omar")
        assert len(library.undo()) == 2
        assert [claim.signature for claim in library.claims()[:2]] == [None, None]
        assert [claim.status for claim in library.claims()[:2]] == [Status.DISPUTED] * 2


def test_a_claim_whose_text_changed_must_be_decided_again_first(checked: tuple[Path, list[str]]) -> None:
    folder, ids = checked
    with opened(folder) as library:
        library.edit_claim(ids[0], start=4)
        with pytest.raises(LibraryError, match="words were changed"):
            library.sign([ids[0]], by="Omar")
        library.mark(ids[0], "disputed", by="Ana Bell")
        assert library.sign([ids[0]], by="Omar")[0].signed
