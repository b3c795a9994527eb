"""What became of each claim is told by its words, and adds up to the texts compared."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuifact.desk import Desk
from tuifact.desk.comparing import compare
from tuifact.errors import NotFound, TuifactError
from tuifact.model import Article, Claim, Paragraph, Revision, Status, Version

WORDS = st.lists(st.sampled_from(["It ", "cost ", "5 ", "50 ", "million. ", "Nobody ", "knew. "]), max_size=14)
PARAGRAPHS = st.lists(WORDS.map("".join), min_size=1, max_size=4)


def article(*texts: str) -> Article:
    """An article of these paragraphs."""
    return Article(tuple(map(Paragraph, texts)))


def compared(old: Article, new: Article, *claims: Claim) -> Revision:
    """What changed between two articles."""
    return compare("a", (Version(1, "1"), old), (Version(2, "2"), new), claims)


def claim_at(text: str, words: str, paragraph: int = 0) -> Claim:
    """The claim of these words of a paragraph's text."""
    start = text.index(words)
    return Claim(words, paragraph, start, start + len(words))


@pytest.mark.parametrize(
    ("old", "new", "words", "fate", "shown"),
    [
        ("A b. It cost 5 million.", "A b. It cost 50 million.", "It cost 50 million.", "changed",
         [("same", "It cost "), ("removed", "5"), ("added", "50"), ("same", " million.")]),
        ("One. Two two.", "Two two.", "Two two.", "same", [("same", "Two two.")]),
        ("One one. Two.", "One one. Two. Three three.", "Three three.", "new", [("added", "Three three.")]),
        ("Cut this. Rents fell by 3 percent.", "Rents fell by 4 percent.", "Rents fell by 4 percent.", "changed",
         [("same", "Rents fell by "), ("removed", "3"), ("added", "4"), ("same", " percent.")]),
        ("Rents fell by 3 percent. Cut this.", "Rents rose by 3 percent.", "Rents rose by 3 percent.", "changed",
         [("same", "Rents "), ("removed", "fell"), ("added", "rose"), ("same", " by 3 percent.")]),
    ],
)  # fmt: skip
def test_a_claim_is_shown_with_its_own_changes(
    old: str, new: str, words: str, fate: str, shown: list[tuple[str, str]]
) -> None:
    (change,) = compared(article(old), article(new), claim_at(new, words)).claims
    assert change.fate == fate
    assert [(one.kind, one.text) for one in change.passages] == shown


def test_a_claim_that_moved_to_another_paragraph_is_the_same() -> None:
    old, new = article("It cost 5 million.", "Nobody knew."), article("Nobody knew.", "It cost 5 million.")
    (change,) = compared(old, new, claim_at(new.paragraphs[1].text, "It cost 5 million.", 1)).claims
    assert change.fate == "same"


def test_claims_without_a_place_vanished_and_come_last() -> None:
    gone, here = Claim("It rained.", 0, 0, 0), claim_at("Nobody knew.", "Nobody knew.")
    found = compared(article("It rained. Nobody knew."), article("Nobody knew."), gone, here)
    assert [change.fate for change in found.claims] == ["same", "vanished"]
    assert found.with_fate("vanished")[0].passages[0].text == "It rained."
    assert found.touched == ()


@given(PARAGRAPHS, PARAGRAPHS)
def test_the_passages_of_a_claim_are_its_words(old: list[str], new: list[str]) -> None:
    before, after = article(*old), article(*new)
    claims = [
        Claim(text.strip(), number, text.index(text.strip()), text.index(text.strip()) + len(text.strip()))
        for number, text in enumerate(new)
        if text.strip()
    ]
    revision = compared(before, after, *claims)
    assert "".join(one.text for one in revision.passages if one.kind != "removed") == after.text
    for change in revision.claims:
        words = "".join(one.text for one in change.passages if one.kind != "removed")
        assert words == change.claim.text
        for one in change.passages:
            assert one.kind == "removed" or change.claim.text[slice(*one.new)] == one.text


def test_the_desk_compares_with_what_was_checked(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    with Desk(tmp_path / "library") as desk:
        for figure in (5, 50, 500):
            file.write_text(f"The bridge cost {figure} million euros in 2019, the city said.", encoding="utf-8")
            (item,) = desk.import_sources([str(file)])
            if figure == 50:
                desk.mark([claim.id for claim in desk.claims(item.article)], Status.VERIFIED)
        assert [version.number for version in desk.versions(item.article)] == [1, 2, 3]
        assert desk.differences(item.article).old.number == 2
        assert desk.differences(item.article, since=1).old.number == 1
        (touched,) = desk.differences(item.article).touched
        assert touched.claim.previous == "The bridge cost 50 million euros in 2019, the city said."
        with pytest.raises(NotFound):
            desk.differences(item.article, since=4)


def test_one_version_is_nothing_to_compare(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("The bridge cost 5 million euros in 2019.", encoding="utf-8")
    with Desk(tmp_path / "library") as desk:
        (item,) = desk.import_sources([str(file)])
        with pytest.raises(TuifactError, match="as it was when it came"):
            desk.differences(item.article)
