"""The reader: opens screens, holds the desk, the keys and the colours, and nothing of what the screens do."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar
from weakref import WeakKeyDictionary

from rich.text import Text
from textual import events
from textual.app import App

from tuifact.errors import TRACE_VARIABLE, TuifactError
from tuifact.model.plain import plain_line
from tuifact.tui.assets import stylesheet
from tuifact.tui.commands import Place, changed_keys, remap
from tuifact.tui.guard import Guard
from tuifact.tui.late_desk import LateDesk
from tuifact.tui.memory import Memory
from tuifact.tui.messages import LinkChosen
from tuifact.tui.screens.base import DeskScreen, screen_bindings
from tuifact.tui.themes import THEMES, with_claim_colours
from tuifact.tui.widgets.foot import TakesKeys

if TYPE_CHECKING:
    from pathlib import Path

    from textual.binding import BindingType
    from textual.command import Provider
    from textual.filter import LineFilter
    from textual.screen import Screen
    from textual.widget import Widget

    from tuifact.desk import Desk

LOOK_SECONDS = 1.0
"""How often the library is asked what other programs did; the question costs one look at a folder."""


def _commands() -> type[Provider]:
    from tuifact.tui.palette import CommandsProvider

    return CommandsProvider


class ReaderApp(App[int]):
    """Everything on a screen. `desk` is what it works on; `article` is opened at once if one is named."""

    TITLE = "tuifact"
    COMMANDS: ClassVar = {_commands}
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = screen_bindings("anywhere")

    def __init__(self, desk: Desk | LateDesk, article: str | None = None, *, memory: Memory | None = None) -> None:
        """`article` is opened at once; `memory` is what the reader remembers from one time to the next.

        Raises `ConfigError` when the settings name an unknown command or give two commands one key."""
        self._desk = desk
        self.settings = desk.settings
        """What a person set."""
        self.keys: Mapping[str, str] = remap(changed_keys(desk.settings))
        """The keys of every command, by name."""
        self.memory = memory or Memory(desk.folder)
        """Where one was in each article, and what its screen showed."""
        self.last_key = 0.0
        """When a key was pressed last, in seconds of `time.monotonic`."""
        self._first = article
        self._guard = Guard()
        self._seen = ""
        self._theme_shown = ""
        self._keys_for: WeakKeyDictionary[events.Key, Widget | None] = WeakKeyDictionary()
        first = "lists" if article is None else "article"
        super().__init__(css_path=[stylesheet("app"), stylesheet(first)])
        self.animation_level = "none"
        self._put_on(desk.settings.theme)

    @property
    def desk(self) -> Desk:
        """The desk everything is asked of."""
        if isinstance(self._desk, LateDesk):
            self._desk = self._desk.open()
        return self._desk

    @property
    def place(self) -> Place:
        """Which commands work on the screen that is looked at, dialogs aside."""
        screens = [screen for screen in self.screen_stack if isinstance(screen, DeskScreen)]
        return screens[-1].PLACE if screens else "anywhere"

    def get_default_screen(self) -> Screen[None]:
        """The article asked for, else the shelf: nothing is built that is not looked at."""
        return _shelf() if self._first is None else _article(self._first)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """The guard first, then Textual's own (monochrome, dim)."""
        return [self._guard, *super().get_line_filters()]

    def get_css_variables(self) -> dict[str, str]:
        """The theme's variables and a colour for each status."""
        return with_claim_colours(super().get_css_variables())

    def refresh_css(self, animate: bool = True) -> None:
        """Parse the stylesheets again when the colours are others; at the start Textual asks though they are not."""
        if self._theme_shown != self.theme:
            self._theme_shown = self.theme
            super().refresh_css(animate)

    def on_mount(self) -> None:
        """Put on the keys a person chose, and begin to look what others do."""
        self.set_keymap(changed_keys(self.settings))
        self.set_interval(LOOK_SECONDS, self.look)

    async def on_event(self, event: events.Event) -> None:
        """Note for whom a key is when it is pressed; see `on_key`."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            self._keys_for[event] = self.focused
            self.last_key = time.monotonic()
        await super().on_event(event)

    def on_key(self, event: events.Key) -> None:
        """Give a line or a window the keys that came in one go with the one that opened it.

        Over a slow connection they do, and Textual has sent them to where the keys went then: there the letters of a
        search would be keys, and decide claims.
        """
        meant, focused = self._keys_for.pop(event, None), self.focused
        if not (self.screen.is_mounted and self.screen.children):
            self.post_message(events.Key(event.key, event.character))
            event.prevent_default()
        elif focused is not meant and isinstance(focused, TakesKeys) and focused.take_key(event):
            event.prevent_default()

    def notify(self, message: str, **_: object) -> None:
        """Say it in the line at the foot: a toast would cover the text."""
        self._desk_screen().say(message)

    def open_article(self, article: str, claim: str = "", words: str = "") -> None:
        """Read an article, at this claim or these words if they are named; the list one came from stays behind it."""
        self.push_screen(_article(article, claim, words))

    def back_to_shelf(self) -> None:
        """Leave the article."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
        else:
            # Textual (8.2.8) cannot switch away from the screen it began with, so that one stays below.
            self.push_screen(_shelf())

    def on_link_chosen(self, message: LinkChosen) -> None:
        """Open the link, and say so."""
        opened = self.show_link(message.link)
        self.notify(f"Opened: {message.link}" if opened else f"No browser could open {message.link}")

    def show_link(self, link: str) -> bool:
        """Open a link in the browser of whoever reads; whether that was allowed and worked."""
        from tuifact.tui.links import is_web_link, open_link

        if not self.is_web:
            return open_link(link)
        if allowed := is_web_link(link):
            self.open_url(link)
        return allowed

    def hand_over(self, report: Path) -> str:
        """What is said of a report that was written; who reads in a browser gets the file there."""
        if not self.is_web:
            return f"Report written to {report}"
        self.deliver_binary(report)
        return f"Report sent to your browser: {report.name}"

    def action_help(self) -> None:
        """All keys of this screen."""
        from tuifact.tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(self.place, self.keys))

    def action_help_quit(self) -> None:
        """What Ctrl+C says."""
        self.notify(f"{self.keys['back']} goes back, and from the shelf quits")

    def _put_on(self, chosen: str) -> None:
        """Begin in the chosen theme: one changed later would have every stylesheet parsed again."""
        for theme in THEMES:
            self.register_theme(theme)
        self.set_reactive(App.theme, chosen if chosen in self.available_themes else THEMES[0].name)
        self._theme_shown = self.theme
        self.stylesheet.set_variables(self.get_css_variables())

    def _fatal_error(self) -> None:
        """Leave with one line instead of Textual's page, which shows the values of variables, the article's too."""
        error = sys.exception()
        if error is None or os.environ.get(TRACE_VARIABLE):
            super()._fatal_error()
        elif not self._exit_renderables:
            from tuifact.faults import report_fault

            self.panic(Text(f"tuifact: {plain_line(report_fault(error, f'the reader, {self.place}'))}"))

    def _desk_screen(self) -> DeskScreen:
        return next(screen for screen in reversed(self.screen_stack) if isinstance(screen, DeskScreen))

    def take_bearings(self) -> None:
        """Take for news what is done from now on: what was done before, the first screen reads itself."""
        if not self._seen:
            _, self._seen = self.desk.changes()

    def look(self) -> None:
        """Show what was done to the library since the last look, here and by other programs."""
        if not self.is_running:  # One is leaving, and the screens are being taken down.
            return
        screen = self._desk_screen()
        try:
            events, self._seen = self.desk.changes(self._seen)
        except TuifactError as error:
            screen.complain(error)
            return
        if events and screen.is_mounted:  # A screen that is still being made reads what is there by itself.
            screen.reload(events)


def _article(article: str, claim: str = "", words: str = "") -> Screen[None]:
    from tuifact.tui.screens.article.screen import ArticleScreen

    return ArticleScreen(article, claim, words)


def _shelf() -> Screen[None]:
    from tuifact.tui.screens.shelf import ShelfScreen

    return ShelfScreen()
