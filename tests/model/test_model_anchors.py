"""Anchors: claims found again in texts that changed. All texts written for this."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuifact.model import Anchor
from tuifact.model.anchors import anchor_at, locate, locate_quote

CLAIM = "Prices rose 5 percent in May."
TEXT = f'The port closed on Monday. {CLAIM} "Nobody was told," Lee said. {CLAIM}'
FIRST, SECOND = 27, 86


def found(changed: str, start: int = FIRST, claim: str = CLAIM) -> str | None:
    """The words that the claim, once at `start` in `TEXT`, is found as."""
    span = locate(anchor_at(TEXT, start, start + len(claim)), claim, start, changed)
    return span and changed[slice(*span)]


def test_an_anchor_keeps_what_stands_around() -> None:
    anchor = anchor_at(TEXT, FIRST, FIRST + len(CLAIM))
    assert anchor.prefix == "The port closed on Monday. "
    assert anchor.suffix == TEXT[FIRST + len(CLAIM) :][:32]
    assert anchor_at("one", 0, 3) == Anchor("", "")


@pytest.mark.parametrize("start", [FIRST, SECOND])
def test_of_two_equal_claims_the_surroundings_choose(start: int) -> None:
    moved = "A new first paragraph. " + TEXT
    assert locate(anchor_at(TEXT, start, start + len(CLAIM)), CLAIM, start, moved) == (
        start + 23,
        start + 23 + len(CLAIM),
    )


def test_without_surroundings_the_nearest_is_chosen() -> None:
    assert locate(Anchor(), "ab", 9, "ab .. ab ....... ab") == (6, 8)


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ("The port closed on Monday. Prices rose 6 percent in May. It is so.", "Prices rose 6 percent in May."),
        ("It closed. Prices rose by 5 percent in late May. Nobody knew.", "Prices rose by 5 percent in late May."),
        ("Prices  rose 5\npercent in May. The port closed.", "Prices  rose 5\npercent in May."),
        ("PRICES ROSE 5 PERCENT IN MAY.", "PRICES ROSE 5 PERCENT IN MAY."),
        ("The port closed. Nobody said anything about it in the evening.", None),
        ("", None),
    ],
)  # fmt: skip
def test_a_changed_claim_is_found_or_given_up(changed: str, expected: str | None) -> None:
    assert found(changed) == expected


def test_quotation_marks_at_the_ends_belong_to_the_claim() -> None:
    changed = "He left. “Nobody at all was told,” Lee said. End."
    span = locate(Anchor(), "“Nobody was told,” Lee said.", 5, changed)
    assert span is not None
    assert changed[slice(*span)] == "“Nobody at all was told,” Lee said."


@pytest.mark.parametrize("quote", ["", " ", "???", "ab"])
def test_what_has_no_words_is_only_found_exactly(quote: str) -> None:
    assert locate(Anchor(), quote, 0, "something else") is None


@given(st.text(max_size=80), st.text(min_size=1, max_size=30), st.text(max_size=80))
def test_an_unchanged_text_gives_the_claim_back(before: str, claim: str, after: str) -> None:
    text = before + claim + after
    span = locate(anchor_at(text, len(before), len(before) + len(claim)), claim, len(before), text)
    assert span is None if not claim.strip() else (span is not None and text[slice(*span)] == claim)


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40), st.integers(-5, 99), st.text(max_size=120))
def test_any_text_is_searched_to_its_end(prefix: str, suffix: str, claim: str, start: int, text: str) -> None:
    span = locate(Anchor(prefix, suffix), claim, start, text)
    assert span is None or 0 <= span[0] < span[1] <= len(text)


@pytest.mark.parametrize("text", ["a " * 50_000, "x" * 200_000, "prices rose " * 25_000, ". " * 50_000])
def test_long_monotonous_texts_are_searched_to_their_end(text: str) -> None:
    assert locate(Anchor("a b c d e", "a b c d e"), "prices rose 5 percent in may a a a", 3, text) is None


@pytest.mark.parametrize(
    ("quote", "text", "place"),
    [
        ("5 percent", "First 15 percent, then 5 percent.", (23, 32)),
        ("5 percent", "It was 2.5 percent.", None),
        ("5", "It was 5.5 or 5.", (14, 15)),
        ("fell", "It felled trees.", None),
        ("", "anything", None),
    ],
)
def test_a_quote_is_whole_words_and_whole_figures(quote: str, text: str, place: tuple[int, int] | None) -> None:
    assert locate_quote(Anchor(), quote, 0, text) == place


def test_a_quote_that_cut_a_word_may_cut_it_again() -> None:
    text = "Rebuilt in 2004."
    assert locate_quote(anchor_at(text, 2, 7), "built", 2, text) == (2, 7)
