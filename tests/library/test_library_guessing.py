"""Ids that are typed wrongly, or not to their end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tuifact.library.guessing import NAMED, beginning, nearest

HEX = "0123456789abcdef"
ids = st.text(HEX, min_size=12, max_size=12)


def stored(*names: str) -> dict[str, None]:
    """Ids as TinyDB has them."""
    return {str(int(name, 16)): None for name in names}


@given(st.lists(ids, unique=True), st.text(HEX, max_size=13))
def test_the_beginning_finds_all_and_no_other(names: list[str], prefix: str) -> None:
    assert beginning(stored(*names), prefix) == sorted(name for name in names if name.startswith(prefix))


@given(st.text())
def test_no_text_upsets_it(words: str) -> None:
    held = stored("0123456789ab")
    assert beginning(held, words) in ([], ["0123456789ab"])
    assert nearest(held, words) in ([], ["0123456789ab"])


@given(ids, st.integers(0, 11), st.sampled_from(HEX))
def test_one_slip_is_seen_through(name: str, at: int, digit: str) -> None:
    held = stored(name)
    changed = name[:at] + digit + name[at + 1 :]
    added = name[:at] + digit + name[at:]
    left_out = name[:at] + name[at + 1 :]
    exchanged = name[:at] + name[at : at + 2][::-1] + name[at + 2 :]
    for slip in (changed, added, left_out, exchanged, name.upper(), f" {name} "):
        assert nearest(held, slip) == [name]


def test_a_slip_in_the_beginning_is_seen_through() -> None:
    held = stored("9427fdaf9911", "75de3ca11cb3")
    assert nearest(held, "9427fadf") == ["9427fdaf9911"]
    assert nearest(held, "74de") == ["75de3ca11cb3"]


def test_two_slips_are_not() -> None:
    assert nearest(stored("9427fdaf9911"), "9427fdaf9900") == []


def test_few_are_named() -> None:
    held = stored(*(f"00000000000{digit}" for digit in HEX[:8]))
    assert nearest(held, "00000000000f") == [f"00000000000{digit}" for digit in HEX[:NAMED]]
