"""Kinds: a table of sentences with what they assert. All written for this."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuifact.claims import kind_of
from tuifact.model import Kind

CASES = [
    ("Exports fell 12 percent in May.", Kind.STATISTIC),
    ("One in three boats has no radio.", Kind.STATISTIC),
    ("The bridge cost $3 million.", Kind.STATISTIC),
    ("Hundreds of people left the port.", Kind.STATISTIC),
    ("Two thirds of the fleet stayed in port.", Kind.STATISTIC),
    ("A $2 million yearly grant would vanish without the ferry.", Kind.STATISTIC),
    ("The minister resigned on 3 May 2021.", Kind.EVENT),
    ("The ferry left at 5 p.m. on Monday.", Kind.EVENT),
    ("Lee met the crew in Port Lorne.", Kind.EVENT),
    ("The harbour will reopen in June.", Kind.PREDICTION),
    ("Prices are expected to rise.", Kind.PREDICTION),
    ("They're sure it won’t last.", Kind.PREDICTION),
    ("I am going to tell you a secret soon.", Kind.PREDICTION),
    ("The plan could help the town.", Kind.PREDICTION),
    ("Prices will rise 5 percent.", Kind.PREDICTION),
    ("Ferries are safer than buses.", Kind.COMPARISON),
    ("It is the largest port in the region.", Kind.COMPARISON),
    ("Twice as many boats sank as in 1990.", Kind.COMPARISON),
    ("The strike led to shortages.", Kind.CAUSAL),
    ("The quay broke because of the storm.", Kind.CAUSAL),
    ("I think the mayor is a good man.", Kind.OPINION),
    ("The council should resign.", Kind.OPINION),
    ("It is a disgrace.", Kind.OPINION),
    ("港は閉鎖された。", Kind.EVENT),
    ("", Kind.EVENT),
]


@pytest.mark.parametrize(("sentence", "kind"), CASES)
def test_kind(sentence: str, kind: Kind) -> None:
    assert kind_of(sentence) is kind


def test_a_sentence_that_is_mostly_quotation_is_a_quote() -> None:
    assert kind_of("“Nobody told us anything,” Lee said.", quoted=0.8) is Kind.QUOTE
    assert kind_of("Lee spoke of “nobody”.", quoted=0.3) is Kind.EVENT


@given(st.text())
def test_any_text_has_a_kind(text: str) -> None:
    assert kind_of(text) in Kind


@pytest.mark.parametrize("text", ["will " * 40_000, "1," * 80_000, "xer" * 50_000, "the " * 50_000, "1 " * 50_000])
def test_long_monotonous_texts_are_read_to_their_end(text: str) -> None:
    assert kind_of(text) in Kind
