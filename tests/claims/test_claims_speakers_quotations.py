"""Quotations: where they stand, and which are left open. All texts written for this."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuifact.claims.speakers.quotations import quotations


def quoted(text: str, *, open_before: bool = False) -> list[str]:
    """What stands in quotation marks, the marks included."""
    return [text[start:end] for start, end in quotations(text, open_before=open_before).spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "no" and "yes".', ['"no"', '"yes"']),
        ("He said “no”.", ["“no”"]),
        ("Er sagte: „Nein“.", ["„Nein“"]),
        ("Il dit « non ».", ["« non »"]),
        ("彼は「いいえ」と言った。", ["「いいえ」"]),
        ("Lee said: 'It's late.'", ["'It's late.'"]),
        ("The workers' pay and Lee's boat", []),
        ('A 6" pipe', []),
        ("“One.", ["“One."]),
        ('open" is set like a closing mark".', ['" is set like a closing mark"']),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_quotation_left_open_goes_on() -> None:
    assert quotations('"One.').open
    again = quotations('"Two." Three.', open_before=True)
    assert (again.spans, again.carried, again.open) == ([(0, 6)], True, False)
    assert quoted('Two." Three.', open_before=True) == ['Two."']
    assert quoted('Two." Three.') == []


@given(st.text(alphabet="a '\"“”„«»‘’.\n", max_size=60), st.booleans())
def test_quotations_are_ordered_and_apart(text: str, open_before: bool) -> None:
    at = 0
    for start, end in quotations(text, open_before=open_before).spans:
        assert at <= start < end <= len(text)
        at = end
