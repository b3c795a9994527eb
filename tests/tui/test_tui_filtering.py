"""Only some of the claims are shown: the margin, the keys and the foot agree on which."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from seat import Seat
from seating import reading
from stock import FERRY, MILL, SHELF, WALK

from tuifact.desk import Desk
from tuifact.model import Claim, Kind, Status
from tuifact.tui.widgets.narrowing import NOBODY, Facet, Narrowing
from tuifact.tui.widgets.roll import Roll

claims = st.lists(
    st.builds(
        Claim,
        st.just("claim"),
        st.just(0),
        st.just(0),
        st.just(5),
        st.sampled_from([None, "Maren Holt", "b[e]n"]),
        st.sampled_from([Kind.QUOTE, Kind.EVENT]),
        status=st.sampled_from(list(Status)),
        text_changed=st.booleans(),
    ),
    max_size=12,
)
FACETS = [
    Facet("status", "disputed", "✗"),
    Facet("status", "verified", "✓"),
    Facet("said by", "Maren Holt"),
    Facet("said by", NOBODY),
    Facet("kind", "quote"),
    Facet("text", "changed since", "!"),
]


def has(claim: Claim, facet: Facet) -> bool:
    """Whether the claim is one of these."""
    values = {
        "status": claim.status.value,
        "said by": claim.speaker or NOBODY,
        "kind": claim.kind.value,
        "text": "changed since" if claim.text_changed else "as it was",
    }
    return values[facet.group] == facet.value


@given(claims, st.sets(st.sampled_from(FACETS)))
def test_of_one_group_any_is_shown_and_of_several_what_is_of_all(found: list[Claim], chosen: set[Facet]) -> None:
    roll, narrowing = Roll(found), Narrowing(chosen)
    groups = {facet.group for facet in chosen}
    for number, claim in enumerate(found):
        wanted = all(any(has(claim, facet) for facet in chosen if facet.group == group) for group in groups)
        assert narrowing.passes(roll, number) == wanted


@given(claims, st.sets(st.sampled_from(FACETS)))
def test_a_count_is_what_would_be_shown_with_that_facet_alone_in_its_group(
    found: list[Claim], chosen: set[Facet]
) -> None:
    roll = Roll(found)
    for facet, count in Narrowing(chosen).counts(roll).items():
        alone = Narrowing([*(one for one in chosen if one.group != facet.group), facet])
        assert count == sum(alone.passes(roll, number) for number in range(len(roll)))


@given(claims)
def test_a_group_that_tells_nothing_apart_is_not_offered(found: list[Claim]) -> None:
    groups = [facet.group for facet in Narrowing().counts(Roll(found))]
    assert ("status" in groups) == (len({claim.status for claim in found}) > 1)
    assert ("said by" in groups) == (len({claim.speaker for claim in found}) > 1)
    assert all(facet.value for facet in Narrowing().counts(Roll(found)))


async def choose(seat: Seat, *words: str) -> None:
    """Tick these facets and show what has them."""
    await seat.press("f", "home")
    for word in words:
        await seat.press("home")
        while not re.search(f"▌[ a-z]{{9}}[○●] {re.escape(word)}", seat.text):
            await seat.press("j")
        await seat.press("space")
    await seat.press("enter")


async def test_the_keys_go_from_shown_claim_to_shown_claim(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await choose(seat, "Maren Holt", "the harbour office")
        assert seat.place == 3
        assert "2 of 5: Maren Holt · the harbour office" in seat.foot
        for key, place in (("j", 5), ("j", 5), ("k", 3), ("k", 3), ("n", 5), ("n", 3), ("N", 5), ("g", 3), ("G", 5)):
            await seat.press(key)
            assert (key, seat.place) == (key, place)


async def test_what_is_not_shown_is_not_decided_with_the_others(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await choose(seat, "Maren Holt", "the harbour office")
        await seat.press("plus", "plus")
        assert "2 claims selected." in seat.foot
        await seat.press("v")
        assert seat.marks() == "??✓?✓"


async def test_what_is_not_shown_has_a_dot_in_the_margin(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await choose(seat, "Maren Holt")
        assert seat.shows("· The ferry carried 4,711 people in March. · Fares rose", "▌? ┃ “We have never missed")
        await seat.press("escape")
        assert seat.shows("? The ferry carried 4,711 people in March. ? Fares rose")
        assert "of 5" not in seat.foot


async def test_a_decided_claim_leaves_what_is_unverified(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await seat.press("V")
        await choose(seat, "? unverified")
        assert "4 of 5: ? unverified" in seat.foot
        assert seat.place == 2
        await seat.press("v")
        assert "3 of 5: ? unverified" in seat.foot
        assert seat.place == 3
        await seat.press("z")
        assert "Undone" in seat.foot
        assert seat.place == 2
        await seat.press("v", "v", "v", "v")
        assert "Every claim shown is checked." in seat.foot
        assert seat.desk.tally().unverified == 0


async def test_escape_first_ends_the_search_and_then_shows_all_claims(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await choose(seat, "Maren Holt")
        await seat.press("slash")
        await seat.type("ferry")
        await seat.press("enter", "escape")
        assert "1 of 5: Maren Holt" in seat.foot
        await seat.press("escape")
        assert "All claims." not in seat.foot
        assert "1 of 5" not in seat.foot


async def test_escape_or_backspace_in_the_window(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await seat.press("f", "space", "escape")
        assert "of 5" not in seat.foot
        await choose(seat, "Maren Holt")
        await seat.press("f")
        assert seat.shows("● Maren Holt", "Show only   1 of 5 claims")
        await seat.press("backspace")
        assert "1 of 5" not in seat.foot


async def test_a_text_without_claims_has_nothing_to_filter(tmp_path: Path) -> None:
    async with reading(tmp_path, WALK) as seat:
        await seat.press("f")
        assert "No claims were found in this text." in seat.foot


async def test_another_article_is_shown_whole(tmp_path: Path) -> None:
    async with reading(tmp_path, FERRY, pieces=SHELF) as seat:
        await choose(seat, "Maren Holt")
        await seat.press("J")
        assert seat.shows("Sixty days at the tide mill", "Claim 1 of 60")
        assert "Maren" not in seat.foot


async def test_what_others_change_is_filtered_too(tmp_path: Path) -> None:
    async with reading(tmp_path, MILL) as seat:
        await seat.press("d")
        await choose(seat, "✗ disputed")
        assert "1 of 60: ✗ disputed" in seat.foot
        with Desk(tmp_path / "library", seat.desk.settings) as other:
            other.mark([claim.id for claim in other.claims()[5:8]], Status.DISPUTED)
            other.drop_claim(other.claims()[20].id)
        await seat.until(lambda: "4 of 59: ✗ disputed" in seat.foot)


async def test_what_a_speaker_is_called_is_no_markup(tmp_path: Path) -> None:
    named = replace(FERRY, claims=tuple(replace(claim, speaker=f"[b]{n}[/]") for n, claim in enumerate(FERRY.claims)))
    async with reading(tmp_path, named) as seat:
        await choose(seat, "[b]3[/]")
        assert seat.place == 4
        assert "1 of 5: [b]3[/]" in seat.foot
