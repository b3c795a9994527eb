"""Taking over what another library knows: ids, names and times stay, and nothing that is here is touched."""

from __future__ import annotations

from pathlib import Path

import pytest
from library_stock import dossier_of

from tuifact.cleaning import clean
from tuifact.library import Library, examine
from tuifact.model import Dossier, Evidence, Status

TEXT = """\
Bridge cost tripled, auditor finds

The harbour bridge opened on 12 October 2019. The city spent 1.5 billion euros on it, the auditor said.

Steel prices rose by 40 percent within a year, the report says.
"""


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    """An article with decisions, one of them undone and done again."""
    with Library.open(tmp_path / "theirs") as library:
        article = library.add(clean(TEXT), tags=["steel"])
        one, two, *_ = (claim.id for claim in library.claims(article))
        library.mark_many([(one, "verified"), (two, "disputed")], by="ana", note="Seen in the log.")
        library.undo(by="ben")
        library.redo(by="ben")
        library.add_evidence(one, Evidence("https://a.example/", "Log"), by="ana")
        library.ask(one, "Ida", "When?", by="ana")
        library.sign([one], by="cleo")
        library.dismiss(two, "check:5e1", "The bridge cost 50 crowns.", by="cleo")
        return dossier_of(library, article)


def test_everything_is_as_it_was(dossier: Dossier, tmp_path: Path) -> None:
    with Library.open(tmp_path / "ours") as library:
        [added] = library.take_over([dossier])
        assert (added.article, added.outcome, added.claims) == (dossier.summary.id, "imported", len(dossier.claims))
    with Library.open(tmp_path / "ours") as library:
        assert dossier_of(library, added.article) == dossier
        assert library.claims(added.article)[0].signed
        assert [one.check for one in library.dismissals(added.article)] == ["check:5e1"]


def test_undo_takes_back_the_same(dossier: Dossier, tmp_path: Path) -> None:
    with Library.open(tmp_path / "ours") as library:
        library.take_over([dossier])
        for _ in range(5):
            assert library.undo()
        assert {claim.status for claim in library.claims()} == {Status.UNVERIFIED}
        assert [claim.evidence for claim in library.claims() if claim.evidence] == []
        assert library.dismissals(dossier.summary.id) == ()
        assert not library.undo()


def test_what_was_done_by_hand_comes_along(tmp_path: Path) -> None:
    with Library.open(tmp_path / "theirs") as theirs, Library.open(tmp_path / "ours") as ours:
        article = theirs.add(clean(TEXT))
        one, two, three, *_ = (claim.id for claim in theirs.claims(article))
        theirs.add_evidence(one, Evidence("https://a.example/", "Log"), by="ana")
        theirs.ask(one, "Ida", "When?", by="ana")
        theirs.split_claim(one, [10], by="ben")
        theirs.drop_claim(two, by="ana")
        theirs.undo(by="ana")
        theirs.adopt(three, Status.VERIFIED, "claim 3f2a9c1b7d4e, ana", by="ana")
        theirs.mark(three, "disputed", by="ben")
        theirs.undo(by="ben")
        ours.take_over([dossier_of(theirs, article)])
        assert ours.claims(article) == theirs.claims(article)
        assert ours.questions() == theirs.questions()
        kept = {claim.id for claim in ours.claims(article)}
        told = [event for event in theirs.history() if event.claim in kept]
        assert [event for event in ours.history() if event.claim in kept] == told


class Interrupted(Exception):
    """Somebody pressed Ctrl+C, or the power went."""


def test_what_was_interrupted_is_taken_over_anew(
    dossier: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushes = 0

    def flush(descriptor: int) -> None:
        nonlocal flushes
        flushes += 1
        if flushes == stop:
            raise Interrupted

    monkeypatch.setattr("tuifact.library.store.journal.flush", flush)
    for stop in range(1, 20):
        flushes, folder = 0, tmp_path / str(stop)
        with Library.open(folder) as library:
            try:
                library.take_over([dossier])
            except Interrupted:
                pass
            else:
                break
        with Library.open(folder) as library:
            library.take_over([dossier])
            assert dossier_of(library, dossier.summary.id).claims == dossier.claims
            assert library.questions() == dossier.questions
            assert library.take_over([dossier])[0].outcome == "unchanged"
        assert examine(folder).findings == ()
    assert stop > 6


def test_an_article_that_is_here_is_left_alone(dossier: Dossier, tmp_path: Path) -> None:
    with Library.open(tmp_path / "ours") as library:
        article = library.add(clean(TEXT))
        first = library.claims(article)[0].id
        library.mark(first, "disputed", by="dan")
        [added] = library.take_over([dossier])
        assert (added.article, added.outcome) == (article, "unchanged")
        assert library.claim(first).by == "dan"


def test_a_dropped_article_stays_dropped(dossier: Dossier, tmp_path: Path) -> None:
    with Library.open(tmp_path / "ours") as library:
        library.take_over([dossier])
        library.drop(dossier.summary.id)
        assert library.take_over([dossier])[0].outcome == "unchanged"
        assert library.articles() == ()
