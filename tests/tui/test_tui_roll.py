"""Claims in columns are the claims; a text kept as bytes is the text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuifact.errors import NotFound
from tuifact.model import Claim, Paragraph, Post, Status
from tuifact.tui.widgets.manuscript import Manuscript
from tuifact.tui.widgets.roll import KEPT_WHOLE, Roll

STATUSES = st.sampled_from(list(Status))
places = st.tuples(st.integers(0, 9), st.integers(0, 30), st.integers(0, 9))
paragraphs = st.lists(
    st.builds(
        Paragraph,
        st.text(st.characters(exclude_categories=[]), max_size=30),
        st.sampled_from(["prose", "heading", "quote", "list"]),
        st.none() | st.just(Post("Harbour Ferry", "@harbourferry")),
        st.tuples(st.integers(0, 99), st.integers(0, 99)),
    ),
    max_size=8,
)


@st.composite
def rolls(draw: st.DrawFn, *, in_order: bool = True) -> list[Claim]:
    """Claims as an article has them."""
    found = draw(st.lists(places, max_size=12))
    statuses = draw(st.lists(STATUSES, min_size=len(found), max_size=len(found)))
    return [
        Claim(f"claim {number}", paragraph, start, start + length, id=f"{number:012x}", status=status)
        for number, ((paragraph, start, length), status) in enumerate(
            zip(sorted(found) if in_order else found, statuses, strict=True)
        )
    ]


@given(paragraphs)
def test_a_manuscript_gives_its_paragraphs_back(given_paragraphs: list[Paragraph]) -> None:
    text = Manuscript(given_paragraphs)
    assert [text.paragraph(number) for number in range(len(text))] == given_paragraphs
    assert list(text) == [paragraph.text for paragraph in given_paragraphs]
    for number, paragraph in enumerate(given_paragraphs):
        assert text.line_lengths(number) == tuple(map(len, paragraph.text.split("\n")))
        assert len(text.shown(number)) == len(paragraph.text)


def test_a_manuscript_has_no_paragraph_beyond_its_end() -> None:
    with pytest.raises(IndexError):
        Manuscript([Paragraph("one")])[1]


@given(rolls(), st.integers(1, 5))
def test_claims_that_come_in_pages_are_the_same_as_all_at_once(claims: list[Claim], size: int) -> None:
    paged = Roll()
    for first in range(0, len(claims), size):
        paged.extend(claims[first : first + size])
    for roll in (paged, Roll(claims)):
        assert [roll.claim(number) for number in range(len(roll))] == claims
        assert [roll.status(number) for number in range(len(roll))] == [claim.status for claim in claims]
        assert [roll.number(claim.id) for claim in claims] == list(range(len(claims)))
        assert roll.tally.total == len(claims)


@given(rolls(), st.integers(-1, 12), st.sampled_from([1, -1]), st.data())
def test_the_next_one_is_the_nearest_that_is_shown(
    claims: list[Claim], number: int, step: int, data: st.DataObject
) -> None:
    number = min(number, len(claims))
    shown = data.draw(st.sets(st.integers(0, 11)))
    roll = Roll(claims)
    roll.sift(shown.__contains__)
    ahead = range(number + 1, len(claims)) if step > 0 else range(number - 1, -1, -1)
    around = [*ahead, *(range(len(claims)) if step > 0 else range(len(claims) - 1, -1, -1))]
    waiting = [at for at in around if at in shown and claims[at].status is Status.UNVERIFIED]
    assert roll.step(number, step) == next((at for at in ahead if at in shown), None)
    assert roll.next_open(number, step) == next(iter(waiting), None)
    assert roll.shown == len(shown & set(range(len(claims))))
    roll.sift(None)
    assert roll.shown == len(claims)


@given(rolls(in_order=False))
def test_claims_are_found_in_their_paragraph_whatever_their_order(claims: list[Claim]) -> None:
    roll = Roll(claims)
    for paragraph in range(10):
        there = sorted((claim.start, at) for at, claim in enumerate(claims) if claim.paragraph == paragraph)
        assert sorted(roll.in_paragraph(paragraph)) == sorted(at for _, at in there)
        assert [roll.starts[at] for at in roll.in_paragraph(paragraph)] == [start for start, _ in there]


@given(rolls().filter(len), st.data())
def test_a_renewed_claim_is_what_it_is_now(claims: list[Claim], data: st.DataObject) -> None:
    roll = Roll(claims)
    number, status = data.draw(st.integers(0, len(claims) - 1)), data.draw(STATUSES)
    changed = replace(claims[number], status=status, text_changed=True, speaker="Maren Holt")
    roll.renew(number, changed)
    assert roll.claim(number) == changed
    assert roll.status(number) is status
    assert roll.glyph(number) == "!"
    assert roll.speaker(number) == "Maren Holt"
    assert (roll.next_open(number - 1, 1) == number) == (status is Status.UNVERIFIED)


def test_claims_of_a_book_are_asked_for_when_somebody_looks_at_them() -> None:
    claims = {f"{number:012x}": Claim(f"claim {number}", number, 0, 5, id=f"{number:012x}") for number in range(3000)}
    asked: list[str] = []

    def find(claim: str) -> Claim:
        asked.append(claim)
        return claims[claim]

    roll = Roll(find=find)
    for first in range(0, 3000, 1000):
        roll.extend(list(claims.values())[first : first + 1000])
    assert roll.claim(2999).text == "claim 2999"
    assert roll.claim(2999).text == "claim 2999"
    assert asked == [f"{2999:012x}"]
    for number in range(2900):
        roll.claim(number)
    assert len(asked) < 3000 - KEPT_WHOLE + 2900


def test_a_claim_that_is_gone_is_said_to_be() -> None:
    roll = Roll()
    roll.extend([Claim("", number, 0, 1, id=str(number)) for number in range(KEPT_WHOLE + 1)])
    with pytest.raises(NotFound):
        roll.claim(0)
