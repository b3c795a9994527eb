"""The order of matches: words near in meaning, the month a text is of."""

from __future__ import annotations

from datetime import date

import pytest

from tuifact.matching import ClaimIndex
from tuifact.matching.commonness import COMMONNESS, COUNTED_AMONG, commonness
from tuifact.matching.days import posted_on
from tuifact.matching.ranking import take_apart
from tuifact.matching.shelf import stems
from tuifact.matching.thesaurus import THESAURUS, near, nearest

BURNED = [
    ("2016", "The covered bridge of Ambly burned down in June 2016."),
    ("2018", "The covered bridge of Ambly burned down in June 2018."),
]
DOERS, TOWNS = ("mayor", "nurse", "judge", "bank"), ("Ambly", "Brodek", "Carrow", "Dunmere")


@pytest.mark.parametrize(
    ("asked", "right", "wrong"),
    [
        ("The banker from Brodek was jailed.", "imprisoned", "elected"),
        ("The mayor bought a plane in Brodek.", "aircraft", "orchard"),
    ],
)
def test_a_word_near_in_meaning_counts(asked: str, right: str, wrong: str) -> None:
    index = ClaimIndex()
    pattern = asked.replace("jailed", "{}").replace("plane", "{}")
    index.extend([(word, pattern.format(word)) for word in (wrong, right)])
    assert [match.id for match in index.search(asked)] == [right, wrong]


@pytest.mark.parametrize("year", ["2016", "2018"])
def test_a_claim_that_names_the_month_of_the_article_comes_first(year: str) -> None:
    index = ClaimIndex()
    index.extend(BURNED)
    found = index.search("The covered bridge of Ambly burned down.", said=date(int(year), 6, 3))
    assert found[0].id == year


@pytest.mark.parametrize("year", ["2016", "2018"])
def test_a_post_tells_its_own_day(year: str) -> None:
    index = ClaimIndex()
    index.extend(BURNED)
    asked = f"The covered bridge of Ambly burned down! — Jo Marr (@jomarr) June 3, {year}"
    assert index.search(asked)[0].id == year


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It burns. — Jo (@jo) May 1, 2021", date(2021, 5, 1)),
        ("It burns . — Jo ( @jo ) September 30 , 2016", date(2016, 9, 30)),
        ("It burns. — Jo (@jo) June 31, 2021", None),
        ("It burns. — Jo (@jo) Juni 1, 2021", None),
        ("It burned on May 1, 2021.", None),
        ("", None),
    ],
)
def test_the_day_of_a_post_is_read_from_its_last_line(text: str, day: date | None) -> None:
    assert posted_on(text) == day


def test_words_are_near_by_their_stems() -> None:
    assert dict(near("jail"))["imprison"] > 0.4
    assert near("jailhousx") == near("zzzz") == near("#") == near("") == ()
    assert nearest(["jail", "aircraft"]).keys() >= {"imprison", "airplan"}


def test_the_thesaurus_is_in_order_and_names_its_source() -> None:
    lines = THESAURUS.read_text(encoding="ascii").splitlines()
    words = [line for line in lines if not line.startswith("#")]
    assert words == sorted(words)
    assert all(int(other[-2:]) >= 50 for line in words for other in line.split()[1:])
    assert any("all-MiniLM-L6-v2" in line and "Apache License 2.0" in line for line in lines[:4])


def test_words_run_together_are_found_apart() -> None:
    index = ClaimIndex()
    index.extend([("flood", "A flood carried the village bell away."), ("fair", "The fair was carried on.")])
    assert index.search("#VillageBell #villagebell")[0].id == "flood"
    assert index.search("see carried villagebell")[0].id == "flood"
    assert index.search("villagebel") == []


def test_the_month_alone_makes_no_match() -> None:
    index = ClaimIndex()
    index.extend(BURNED)
    assert index.search("Goats prefer barns.", said=date(2018, 6, 3)) == []


def test_a_claim_that_was_checked_twice_stands_out_no_less() -> None:
    index = ClaimIndex()
    index.extend([(f"{who} {where}", f"The {who} of {where} closed the canal.") for who in DOERS for where in TOWNS])
    index.add("once", "The harbour master of Vrh sold the old lighthouse to a hotel chain.")
    index.add("twice", "The harbour master of Vrh secretly sold the old lighthouse to a chain of hotels.")
    found = index.search("They say Vrh sold its old lighthouse to a hotel chain, unbelievable.", limit=2)
    assert [match.relation for match in found] == ["same", "same"]


def test_the_same_words_are_the_same_claim_whatever_is_like_it() -> None:
    index = ClaimIndex()
    index.add("nation", "We are the highest taxed nation in the world.")
    more = "highest nation", "taxed nation", "highest taxed", "nation highest taxed"
    index.extend(
        (f"{who} {where} {few}", f"The {who} of {where} told the {few} world of goats, barns and wells.")
        for who in DOERS
        for where in TOWNS
        for few in more
    )
    (found,) = index.search("We're the highest taxed nation in the world!", limit=1)
    assert (found.id, found.relation) == ("nation", "same")


def test_two_things_told_of_one_matter_are_not_the_same_in_a_library_of_one_claim() -> None:
    index = ClaimIndex()
    index.add("tax", "The mayor of Corwick plans a massive increase of the harbour tax.")
    (found,) = index.search("While the mayor of Corwick talks of a harbour tax increase, I have cut two taxes.")
    assert found.relation == "related"
    (found,) = index.search("The mayor of Corwick is planning a massive increase of the tax on the harbour.")
    assert found.relation == "same"


def test_common_words_are_common_in_a_small_library_too() -> None:
    """Among three claims each word is as rare as any other; what people always talk of tells less all the same."""
    weights = take_apart(stems("people lighthouse"), lambda stem: 1, 3).weights
    assert weights["peopl"] < 0.7 * weights["lighthous"]
    many = take_apart(stems("people lighthouse"), lambda stem: 1, 100_000).weights
    assert many["peopl"] == many["lighthous"]


def test_the_table_of_common_words_is_in_order_and_names_its_source() -> None:
    lines = COMMONNESS.read_text(encoding="ascii").splitlines()
    head, rows = lines[:3], [line.split() for line in lines[3:]]
    assert all(line.startswith("#") for line in head)
    assert "10.5281/zenodo.3609356" in " ".join(head)
    assert [word for word, _ in rows] == sorted({word for word, _ in rows})
    assert all(0 < int(count) < COUNTED_AMONG for _, count in rows)
    assert commonness("lighthous") == 0
