"""Earlier checks taken over or dismissed, and claims that are said again."""

from __future__ import annotations

from pathlib import Path

import pytest
from library_stock import article_of, every_sentence

from tuifact.errors import Conflict
from tuifact.library import Library
from tuifact.model import Action, Evidence, Status


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """An empty library in which every sentence is a claim."""
    return Library.open(tmp_path / "library", find_claims=every_sentence)


def test_taking_over_is_one_transaction(library: Library) -> None:
    claim = library.claims(library.add(article_of("It cost 5 crowns. It rained.")))[0]
    sources = [Evidence(url="https://example.org/1"), Evidence(publisher="Ana Bell")]
    after = library.adopt(claim.id, Status.DISPUTED, "claim 1, ana", sources, by="omar", note="No.")
    assert (after.status, after.by, after.note, after.origin) == (Status.DISPUTED, "omar", "No.", "claim 1, ana")
    assert [source.by for source in after.evidence] == ["omar", "omar"]
    assert library.history(claim.id)[1].about == "taken over: claim 1, ana"
    library.undo(by="omar")
    back = library.claim(claim.id)
    assert (back.status, back.evidence, back.origin) == (Status.UNVERIFIED, (), "")
    library.redo(by="omar")
    assert len(library.claim(claim.id).evidence) == 2


def test_deciding_anew_forgets_whose_verdict_it_was(library: Library) -> None:
    claim = library.claims(library.add(article_of("It cost 5 crowns.")))[0]
    library.adopt(claim.id, Status.DISPUTED, "claim 1, ana", by="omar")
    assert library.mark(claim.id, "verified", by="omar").origin == ""


def test_without_a_status_the_evidence_alone_is_taken_over(library: Library) -> None:
    claim = library.claims(library.add(article_of("It cost 5 crowns.")))[0]
    after = library.adopt(claim.id, None, "Harbour Check", [Evidence(url="https://example.org/1")])
    assert (after.status, after.origin, len(after.evidence), after.rev) == (Status.UNVERIFIED, "", 1, 0)


def test_a_claim_decided_meanwhile_is_not_written_over(library: Library) -> None:
    claim = library.claims(library.add(article_of("It cost 5 crowns.")))[0]
    library.mark(claim.id, "verified", by="ana")
    with pytest.raises(Conflict):
        library.adopt(claim.id, Status.DISPUTED, "claim 1", [Evidence(url="https://example.org/1")], rev=claim.rev)
    assert library.claim(claim.id).evidence == ()


def test_a_dismissal_is_kept_and_can_be_taken_back(library: Library) -> None:
    claim = library.claims(library.add(article_of("It cost 5 crowns.")))[0]
    library.dismiss(claim.id, "check:1", "It cost 50 crowns.", by="ana")
    library.dismiss(claim.id, "check:1", "It cost 50 crowns.", by="ana")
    assert library.dismissed(claim.id) == {"check:1"}
    event = library.history(claim.id)[-1]
    assert (event.action, event.about) == (Action.DISMISSED, "dismissed the check of “It cost 50 crowns.”")
    assert library.claim(claim.id).rev == claim.rev
    library.undo(by="ana")
    assert library.dismissed(claim.id) == frozenset()
    library.dismiss(claim.id, "check:1", "It cost 50 crowns.", by="ana")
    assert library.dismissed(claim.id) == {"check:1"}


def test_twins_say_the_same_in_the_same_words(library: Library) -> None:
    first = library.add(article_of("The bridge cost 5 crowns, they say. It rained."))
    library.add(article_of("“The Bridge cost 5 crowns, they say!”"))
    library.add(article_of("The bridge cost 50 crowns, they say."))
    claim = library.claims(first)[0]
    (twin,) = library.twins(claim.id)
    assert twin.text == "“The Bridge cost 5 crowns, they say!”"
    library.mark(twin.id, "verified", by="ana")
    assert library.twins(claim.id) == ()


def test_a_claim_without_words_has_no_twins(library: Library) -> None:
    article = library.add(article_of("…", "…"))
    assert library.twins(library.claims(article)[0].id) == ()
