"""Claims of one article that say the same and were judged differently."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

import pytest
from sourcing_cases import claim, source

from tuifact.claims import find_figures
from tuifact.matching import compare
from tuifact.model import Claim, Severity, Stance, Status
from tuifact.sourcing import Reach, lint


def figures(text: str) -> frozenset[Hashable]:
    """Quantities as the desk hands them in."""
    return frozenset(
        (one.kind == "percent", one.value) for one in find_figures(text) if one.kind not in ("date", "year")
    )


REACH = Reach(figures=figures, differences=compare)


def pair(verified: str, disputed: str) -> tuple[Claim, Claim]:
    """Two claims of one article, one verified, one disputed, each on a source that is in order."""
    one = claim(source(), text=verified, id="1" * 12)
    against = source(stance=Stance.REFUTES)
    return one, claim(against, text=disputed, id="2" * 12, status=Status.DISPUTED)


def contradicting(*claims: Claim) -> list[str]:
    """The ids of the claims that contradict another."""
    found = lint(claims, {}, REACH)
    assert {finding.rule for finding in found} <= {"contradiction"}
    return [finding.claim[0] for finding in found]


@pytest.mark.parametrize(
    ("verified", "disputed"),
    [
        ("The bridge cost the ministry 1.5 billion.", "The bridge cost the ministry 1.5 billion."),
        ("The ministry spent 1.5 billion on the bridge.", "On the bridge the ministry has spent 1,500 million."),
        ("Rents in Corwick rose by 40 percent.", "Rents rose by 40 percent in Corwick within a year."),
        ("No other bridge in the country is longer.", "No other bridge in this country is longer."),
    ],
)
def test_the_same_judged_differently(verified: str, disputed: str) -> None:
    one, other = pair(verified, disputed)
    assert contradicting(one, other) == ["1", "2"]
    findings = lint([one, other], {}, REACH)
    assert {finding.severity for finding in findings} == {Severity.ERROR}
    assert disputed[:20] in findings[0].message
    assert other.id[:6] in findings[0].message


@pytest.mark.parametrize(
    ("verified", "disputed"),
    [
        ("The ministry spent 1.5 billion on the bridge.", "The ministry spent 1.2 billion on the bridge."),
        ("Steel rose by 40 percent within a year.", "Steel did not rise by 40 percent within a year."),
        ("The ministry spent 1.5 billion on the bridge.", "The tunnel was opened for 1.5 billion passengers."),
        ("In 2019 rents in Corwick rose by 40 percent.", "In 2020 rents in Corwick rose by 40 percent."),
        ("Rents in Corwick rose by 40 percent.", "Rents in Aldermere rose by 40 percent."),
        ("The mayor of Corwick resigned.", "The mayor of Corwick paid a fine."),
    ],
)
def test_what_differs_contradicts_nothing(verified: str, disputed: str) -> None:
    assert contradicting(*pair(verified, disputed)) == []


def test_only_within_one_article_and_between_verdicts() -> None:
    one, other = pair("Rents in Corwick rose by 40 percent.", "Rents in Corwick rose by 40 percent.")
    assert contradicting(one, replace(other, article="b" * 12)) == []
    assert contradicting(one, replace(other, status=Status.VERIFIED)) == []
    assert contradicting(one, replace(other, status=Status.UNVERIFIED)) == []


def test_a_claim_that_contradicts_several_is_told_of_one() -> None:
    one, other = pair("Rents in Corwick rose by 40 percent.", "Rents in Corwick rose by 40 percent.")
    others = [replace(one, id=f"{number:012x}") for number in range(3, 6)]
    assert contradicting(one, other, *others) == ["1", "2", "0", "0", "0"]


def test_many_claims_of_one_article_are_compared_in_reasonable_time() -> None:
    claims = [
        claim(source(), text=f"Village {number} counted {number + 7} sheep.", id=f"{number:012x}")
        for number in range(1, 2001)
    ]
    flipped = [replace(one, status=Status.DISPUTED) if number % 2 else one for number, one in enumerate(claims)]
    asked = 0

    def differences(one: str, other: str) -> tuple[str, ...]:
        nonlocal asked
        asked += 1
        return ()

    assert lint(flipped, {"single-source": "off"}, Reach(figures=figures, differences=differences)) == ()
    assert asked == 0
