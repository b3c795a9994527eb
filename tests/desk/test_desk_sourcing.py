"""The desk's verbs for evidence, review and the lint, beyond what the commands show."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from texts import BRIDGE
from tuifact.config import Settings
from tuifact.desk import Desk, evidence_line, parse_evidence
from tuifact.errors import Conflict, EvidenceError, LibraryError, NotFound
from tuifact.model import RATINGS, Evidence, Rating, Review, Status

URL = "https://records.example/file/17"


@pytest.fixture
def desk(library_folder: Path, tmp_path: Path) -> Desk:
    """A desk with the clean article on it."""
    text = tmp_path / "bridge.txt"
    text.write_text(BRIDGE, encoding="utf-8")
    made = Desk(library_folder, Settings(checker="Ines"))
    list(made.import_sources([str(text)]))
    return made


def test_a_form_does_not_write_over_what_somebody_else_changed(desk: Desk) -> None:
    with desk:
        made = desk.add_evidence(desk.claims()[0].id, parse_evidence(URL))
        desk.edit_evidence(made.id, replace(made, title="theirs"))
        with pytest.raises(Conflict):
            desk.edit_evidence(made.id, replace(made, title="ours"), was=made)
        assert desk.evidence(made.id[:6])[1].title == "theirs"


def test_a_source_is_checked_when_it_is_changed_too(desk: Desk) -> None:
    with desk:
        made = desk.add_evidence(desk.claims()[0].id, parse_evidence(URL))
        for change in ({"url": "there"}, {"archive": "ftp://a.example"}, {"url": "", "title": ""}):
            with pytest.raises(EvidenceError):
                desk.edit_evidence(made.id, replace(made, **change))  # type: ignore[arg-type]
        assert desk.evidence(made.id)[1] == made
        assert evidence_line(made).startswith(URL)


def test_a_copy_that_cannot_be_written_leaves_no_source(desk: Desk, tmp_path: Path) -> None:
    with desk:
        claim = desk.claims()[0].id
        (desk.folder / "evidence").write_text("in the way")
        (tmp_path / "page.html").write_text("<p>page")
        with pytest.raises(LibraryError):
            desk.add_evidence(claim, parse_evidence(URL), snapshot=tmp_path / "page.html")
        assert desk.list_evidence() == ()


def test_words_of_the_scale(desk: Desk) -> None:
    scale = (Rating("True", Status.VERIFIED, 5), Rating("Half true", Status.DISPUTED, 3))
    with Desk(desk.folder, Settings(checker="Ines", ratings=scale)) as ours:
        claim = ours.claims()[0].id
        assert ours.rating("HALF true") == scale[1]
        assert ours.mark([claim], rating="half TRUE")[0].rating == "Half true"
        assert ours.write_verdict([claim], rating="Half true", verdict="Half of it.")[0].verdict == "Half of it."
        with pytest.raises(EvidenceError, match="counts as verified"):
            ours.write_verdict([claim], rating="True")
        with pytest.raises(EvidenceError) as caught:
            ours.mark([claim])
        assert caught.value.hint
    assert Settings().ratings == RATINGS


def test_a_claim_or_an_article(desk: Desk) -> None:
    with desk:
        claim, article = desk.claims()[0], desk.articles()[0]
        assert desk.claim_or_article(claim.id[:6]) == claim
        assert desk.claim_or_article(article.id[:6]) == article
        with pytest.raises(NotFound):
            desk.claim_or_article("ffffffff")


def test_the_state_of_the_review_follows_every_change(desk: Desk) -> None:
    with desk:
        claim = desk.claims()[0].id
        states = [desk.claims()[0].review]
        desk.mark([claim], Status.VERIFIED)
        states.append(desk.claims()[0].review)
        desk.sign([claim], by="Omar")
        states.append(desk.claims()[0].review)
        desk.add_evidence(claim, Evidence(title="Minutes"))
        states.append(desk.claims()[0].review)
        assert states == [Review.OPEN, Review.UNSIGNED, Review.SIGNED, Review.VOID]
        with pytest.raises(LibraryError, match="Ines decided it"):
            desk.sign([claim])


def test_findings_and_questions_are_in_the_dossier(desk: Desk) -> None:
    with desk:
        claim = desk.claims()[0]
        desk.mark([claim.id], Status.VERIFIED)
        asked = desk.ask(claim.id, "Maren Holt", "Which page?")
        dossier = desk.dossier(claim.article)
        assert [finding.rule for finding in dossier.findings] == ["no-evidence"]
        assert dossier.findings == desk.lint(claim.article) == desk.lint(claim.id) == desk.lint()
        assert dossier.questions == (asked,)


def test_the_article_is_no_source_for_itself(desk: Desk) -> None:
    with desk:
        claim = next(one for one in desk.claims() if one.speaker is None)
        desk.mark([claim.id], Status.VERIFIED)
        source = desk.summary(claim.article).source
        assert source.endswith("bridge.txt")
        desk.add_evidence(claim.id, parse_evidence(f"{URL} | primary | https://web.archive.org/web/1/x"))
        assert desk.lint(claim.id) == ()


def test_the_same_said_twice_and_judged_differently(library_folder: Path, tmp_path: Path) -> None:
    text = "Bridge\n\nThe city spent 1.5 billion on the harbour bridge, the auditor said in a report on Monday.\n\n"
    text += "In all, the city has spent 1,500 million on the harbour bridge, according to the auditor.\n"
    (tmp_path / "twice.txt").write_text(text)
    with Desk(library_folder, Settings(checker="Ines", lint={"no-evidence": "off"})) as desk:
        list(desk.import_sources([str(tmp_path / "twice.txt")]))
        first, second = desk.claims()
        desk.mark([first.id], Status.VERIFIED)
        desk.mark([second.id], Status.DISPUTED)
        assert [(finding.rule, finding.claim) for finding in desk.lint()] == [
            ("contradiction", first.id),
            ("contradiction", second.id),
        ]
        assert len(desk.lint(second.id)) == 1
