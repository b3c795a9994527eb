"""What a signature binds, how far a review is, and whose name is whose."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuifact.model import (
    RULES,
    WORDING,
    Article,
    ArticleSummary,
    Claim,
    Confidence,
    Dossier,
    Evidence,
    Grade,
    Review,
    Severity,
    Signature,
    Snapshot,
    Stance,
    Status,
    Tally,
    same_person,
)

SOURCE = Evidence("https://records.example/1", "Audit", "Office", "ten", "p. 4", id="a" * 12, by="Ana", at="2026")
CLAIM = Claim(
    "The bridge cost ten.",
    0,
    0,
    20,
    speaker="Noor Hale",
    status=Status.DISPUTED,
    verdict="It cost nine.",
    rating="False",
    confidence=Confidence.HIGH,
    note="See the audit.",
    correction="nine",
    internal_note="ask again",
    by="Ana",
    at="2026",
    evidence=(SOURCE,),
)

CHANGED = [
    replace(CLAIM, text="The bridge cost nine."),
    replace(CLAIM, speaker=None),
    replace(CLAIM, status=Status.VERIFIED),
    replace(CLAIM, verdict=""),
    replace(CLAIM, rating="Half"),
    replace(CLAIM, confidence=None),
    replace(CLAIM, note=""),
    replace(CLAIM, correction=""),
    replace(CLAIM, internal_note=""),
    replace(CLAIM, by="Ben"),
    replace(CLAIM, evidence=()),
    replace(CLAIM, evidence=(SOURCE, SOURCE)),
    *(
        replace(CLAIM, evidence=(replace(SOURCE, **change),))
        for change in (
            {"url": ""},
            {"title": ""},
            {"publisher": ""},
            {"quote": ""},
            {"locator": ""},
            {"archive": "https://a.example"},
            {"stance": Stance.REFUTES},
            {"grade": Grade.DATA},
            {"seen": date(2026, 1, 1)},
            {"snapshot": Snapshot("0" * 64, "a", 1)},
        )
    ),
]
UNCHANGED = [
    replace(CLAIM, at="2027", rev=9),
    replace(CLAIM, paragraph=3, start=5, end=25),
    replace(CLAIM, worth=0.9),
    replace(CLAIM, evidence=(replace(SOURCE, id="b" * 12, by="Ben", at="2027"),)),
    replace(CLAIM, evidence=(replace(SOURCE, snapshot=None),)),
]


def test_a_signature_binds_what_was_decided_and_what_it_rests_on() -> None:
    digests = [claim.digest for claim in CHANGED]
    assert CLAIM.digest not in digests
    assert len(set(digests)) == len(digests)
    assert {claim.digest for claim in UNCHANGED} == {CLAIM.digest}


def test_words_cannot_move_between_fields_unnoticed() -> None:
    assert replace(CLAIM, verdict="ab", note="c").digest != replace(CLAIM, verdict="a", note="bc").digest
    assert replace(CLAIM, note="[", verdict="").digest != replace(CLAIM, note="", verdict="[").digest


@given(st.text(max_size=20))
def test_any_words_can_be_signed(words: str) -> None:
    claim = replace(CLAIM, note=words)
    assert replace(claim, signature=Signature("Omar", "2026", claim.digest)).signed


def test_how_far_a_review_is() -> None:
    held = Signature("Omar", "2026", CLAIM.digest)
    assert CLAIM.review is Review.UNSIGNED
    assert replace(CLAIM, status=Status.UNVERIFIED).review is Review.OPEN
    assert replace(CLAIM, status=Status.UNVERIFIED, signature=held).review is Review.OPEN
    assert replace(CLAIM, signature=held).review is Review.SIGNED
    for change in ({"text_changed": True}, {"contested": True}, {"note": ""}):
        assert replace(CLAIM, signature=held, **change).review is Review.VOID


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ana Bell", " ana  BELL"), ("Élodie", "E\u0301lodie"), ("Groß", "GROSS"), ("Ａna", "Ana"), ("", " ")],
)
def test_two_spellings_of_one_name(one: str, other: str) -> None:
    assert same_person(one, other)


def test_two_names() -> None:
    assert not same_person("Ana Bell", "Ana Belle")
    assert not same_person("", "Ana")


def test_names_of_what_may_be_said_are_fields_of_a_claim() -> None:
    assert set(WORDING) <= set(Claim.__dataclass_fields__)
    assert set(RULES.values()) == set(Severity)


def test_what_to_call_a_source() -> None:
    assert SOURCE.name == "Audit"
    assert replace(SOURCE, title="").name == "Office"
    assert replace(SOURCE, title="", publisher="").name == SOURCE.url


def test_an_article_is_signed_off_when_every_decided_claim_is(article_dossier: Dossier) -> None:
    signed = replace(CLAIM, signature=Signature("Omar", "2026", CLAIM.digest))
    assert not article_dossier.signed_off
    assert replace(article_dossier, claims=(signed, replace(CLAIM, status=Status.UNVERIFIED))).signed_off
    assert not replace(article_dossier, claims=(signed, CLAIM)).signed_off


@pytest.fixture
def article_dossier() -> Dossier:
    """The dossier of an article without claims."""
    summary = ArticleSummary("a" * 12, "Bridge", "", None, "", "", "", "", (), Tally())
    return Dossier(summary, Article(()), ())
