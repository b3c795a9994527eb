"""What the widgets work out by themselves: bars, cells, landmarks, colours, the guard, the table of keys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.control import Control
from rich.segment import Segment
from seating import contrast
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from tuifact.config import KEY_SETS as NAMED_KEY_SETS
from tuifact.config import Settings
from tuifact.errors import ConfigError
from tuifact.model import Status, Tally
from tuifact.tui.commands import COMMANDS, KEY_SETS, Place, changed_keys, commands_of, remap, shown_keys
from tuifact.tui.guard import Guard
from tuifact.tui.links import open_link
from tuifact.tui.themes import THEMES, with_claim_colours
from tuifact.tui.widgets.line_list import LineList, fit
from tuifact.tui.widgets.tally import EMPTY, FULL, bar, counts
from tuifact.tui.widgets.track import Landmarks

STATUSES = st.sampled_from(list(Status))
tallies = st.builds(Tally, *[st.integers(0, 50)] * 3)
anything = st.text(max_size=30)


@given(tallies, st.integers(1, 20))
def test_a_bar_is_full_only_when_all_is_checked(tally: Tally, width: int) -> None:
    drawn = bar(tally, width)
    assert len(drawn) == width
    assert (drawn == FULL * width) == (tally.total > 0 and tally.unverified == 0)
    assert drawn == FULL * drawn.count(FULL) + EMPTY * drawn.count(EMPTY)
    assert (drawn == EMPTY * width) == (tally.checked == 0 or (width == 1 and tally.unverified > 0))


def test_counts_have_their_glyphs_and_their_figures_right() -> None:
    assert counts(Tally(3, 1, 14)).plain == "✓ 3   ✗ 1   ? 14"
    assert counts(Tally(3, 1, 14), 3).plain == "✓   3   ✗   1   ?  14"


@given(anything.filter(str.isprintable), st.integers(1, 20))
def test_a_fitted_text_has_its_cells_exactly(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) == width


@pytest.mark.parametrize(
    ("text", "width", "fitted"),
    [("one", 5, "one  "), ("one two", 5, "one …"), ("漢字かな", 6, "漢字 …"), ("", 2, "  "), ("one", 3, "one")],
)
def test_what_is_too_long_ends_in_an_ellipsis(text: str, width: int, fitted: str) -> None:
    assert fit(text, width) == fitted


@given(st.lists(st.tuples(st.integers(0, 99), STATUSES), max_size=20), st.integers(0, 12), st.data())
def test_landmarks_follow_a_mark_as_if_drawn_anew(
    claims: list[tuple[int, Status]], rows: int, data: st.DataObject
) -> None:
    places, statuses = [place for place, _ in claims], [status for _, status in claims]
    marks = Landmarks(places, statuses, 100, rows)
    if claims:
        at, now = data.draw(st.integers(0, len(claims) - 1)), data.draw(STATUSES)
        row = marks.change(at, statuses[at], now)
        statuses[at] = now
        assert row is None if rows == 0 else row == places[at] * rows // 100
    anew = Landmarks(places, statuses, 100, rows)
    assert [marks.at(row) for row in range(rows + 1)] == [anew.at(row) for row in range(rows + 1)]


def test_a_row_shows_what_matters_most() -> None:
    marks = Landmarks([0, 0, 5, 9], [Status.UNVERIFIED, Status.DISPUTED, Status.VERIFIED, Status.UNVERIFIED], 10, 10)
    assert [marks.at(row) for row in (0, 5, 9, 20)] == [Status.DISPUTED, None, Status.UNVERIFIED, None]
    assert marks.change(7, Status.VERIFIED, Status.DISPUTED) is None


def test_a_list_of_things_that_are_not_drawn_is_none() -> None:
    plain: LineList[int] = LineList()
    assert plain.item is None
    with pytest.raises(NotImplementedError):
        plain.key_of(1)


BAD = set(map(chr, [*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)]))


@given(st.lists(st.text(max_size=20), max_size=5))
def test_nothing_harmful_passes_the_guard(texts: list[str]) -> None:
    passed = Guard().apply([Segment(text) for text in texts], Color.parse("black"))
    assert not BAD & set("".join(segment.text for segment in passed))


def test_the_guard_leaves_alone_what_is_harmless_and_what_textual_says_to_the_terminal() -> None:
    plain, control = Segment("sala\u200cm 漢字"), Control.home().segment
    assert Guard().apply([plain, control], Color.parse("black")) == [plain, control]


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_text_and_statuses_stand_out_from_every_ground(theme: object) -> None:
    chosen = next(one for one in THEMES if one is theme)
    inks = [chosen.foreground, *(chosen.variables[f"claim-{status}"] for status in Status), chosen.variables["quiet"]]
    for ground in (chosen.background, chosen.surface):
        assert all(ink and ground and contrast(Color.parse(ink), Color.parse(ground)) >= 4.5 for ink in inks)


@pytest.mark.parametrize("name", sorted(BUILTIN_THEMES))
def test_every_theme_of_textual_gets_colours_for_the_statuses(name: str) -> None:
    variables = BUILTIN_THEMES[name].to_color_system().generate()
    coloured = with_claim_colours(variables)
    assert {f"claim-{status}" for status in Status} | {"quiet"} <= set(coloured)
    assert coloured["claim-verified"] != coloured["claim-disputed"]
    assert with_claim_colours({**variables, "quiet": "#123456"})["quiet"] == "#123456"


PLACES: tuple[Place, ...] = ("shelf", "article", "queue")


@pytest.mark.parametrize("place", PLACES)
def test_every_command_of_a_screen_can_be_done_there(place: Place) -> None:
    from tuifact.tui.app import ReaderApp
    from tuifact.tui.screens.article.screen import ArticleScreen
    from tuifact.tui.screens.base import DeskScreen
    from tuifact.tui.screens.queue import QueueScreen
    from tuifact.tui.screens.shelf import ShelfScreen

    screens: dict[Place, type[DeskScreen]] = {"shelf": ShelfScreen, "article": ArticleScreen, "queue": QueueScreen}
    screen = screens[place]
    for command in commands_of(place):
        action = "action_" + command.action.partition("(")[0]
        assert hasattr(ReaderApp, action) if "anywhere" in command.places else hasattr(screen, action)


def test_every_command_is_told_about_in_a_line() -> None:
    assert all(command.help and len(command.help) <= 60 for command in COMMANDS)
    assert len({command.name for command in COMMANDS}) == len(COMMANDS)


@pytest.mark.parametrize("key_set", NAMED_KEY_SETS)
def test_every_set_of_keys_is_without_clashes(key_set: str) -> None:
    assert set(NAMED_KEY_SETS) == set(KEY_SETS)
    assert set(remap(changed_keys(Settings(key_set=key_set)))) == {command.name for command in COMMANDS}


def test_a_key_set_one_by_one_goes_over_that_of_the_set() -> None:
    keys = remap(changed_keys(Settings(key_set="vim", keys={"back": "ctrl+q"})))
    assert keys["back"] == "ctrl+q"
    assert keys["open"] == "enter,l"


def test_commands_that_never_meet_may_share_a_key() -> None:
    assert remap({"order": "6", "width": "6"})["width"] == "6"


@pytest.mark.parametrize("key", ["slash", "/", " / "])
def test_a_clash_is_found_however_the_key_is_written(key: str) -> None:
    with pytest.raises(ConfigError, match=r"the key / to both .*search"):
        remap({"undo": key})


def test_keys_are_called_what_people_call_them() -> None:
    assert shown_keys("space,pagedown, question_mark,shift+down") == "Space PageDown ? Shift+↓"


def test_only_a_web_link_is_given_to_the_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def browse(link: str) -> bool:
        opened.append(link)
        return True

    monkeypatch.setattr("webbrowser.open", browse)
    assert open_link("https://example.org/a")
    assert not open_link("javascript:alert(1)")
    assert not open_link("file:///etc/passwd")
    assert opened == ["https://example.org/a"]
