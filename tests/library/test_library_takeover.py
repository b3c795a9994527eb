"""Taking over what another library knows: ids, names and times stay, and nothing that is here is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from tuifact.cleaning import clean
from tuifact.library import Library
from tuifact.model import Dossier, Evidence, Status

TEXT = """\
Bridge cost tripled, auditor finds

The harbour bridge opened on 12 October 2019. The city spent 1.5 billion euros on it, the auditor said.

Steel prices rose by 40 percent within a year, the report says.
"""


def dossier_of(library: Library, article: str) -> Dossier:
    """All that a library knows of an article."""
    return Dossier(
        library.summary(article),
        library.article(article),
        library.claims(article),
        library.history(article=article),
        questions=library.questions(article=article),
    )


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
        return dossier_of(library, article)


def test_everything_is_as_it_was(dossier: Dossier, tmp_path: Path) -> None:
    with Library.open(tmp_path / "ours") as library:
        [added] = library.take_over([dossier])
        assert (added.article, added.outcome, added.claims) == (dossier.summary.id, "imported", len(dossier.claims))
    with Library.open(tmp_path / "ours") as library:
        assert dossier_of(library, added.article) == dossier
        assert library.claims(added.article)[0].signed


def test_undo_takes_back_the_same(dossier: Dossier, tmp_path: Path) -> None:
    with Library.open(tmp_path / "ours") as library:
        library.take_over([dossier])
        for _ in range(4):
            assert library.undo()
        assert {claim.status for claim in library.claims()} == {Status.UNVERIFIED}
        assert [claim.evidence for claim in library.claims() if claim.evidence] == []
        assert not library.undo()


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
