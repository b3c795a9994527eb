"""What the screens with a list share: the cursor's keys, and a filter that works while one types."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from tuifact.tui.assets import stylesheet
from tuifact.tui.screens.base import DeskScreen
from tuifact.tui.widgets.line_list import LineList


class ListScreen(DeskScreen):
    """A screen that is a list."""

    CSS_PATH: ClassVar = stylesheet("lists")

    filter_words = ""
    """What is typed into the filter."""
    FILTER_PROMPT = ""
    """What the filter looks in, in words."""

    @property
    def list(self) -> LineList[Any]:
        """The list."""
        raise NotImplementedError

    def show_list(self) -> None:
        """Show what passes the filter."""
        raise NotImplementedError

    def main_widget(self) -> LineList[Any]:
        """The list."""
        return self.list

    def passes(self, words: Iterable[str], *texts: str) -> bool:
        """Whether every one of these words stands in one of the texts, whatever its case."""
        searched = "\n".join(texts).casefold()
        return all(word.casefold() in searched for word in words)

    def action_move(self, step: int) -> None:
        """The cursor up or down."""
        self.list.cursor += step

    def action_scroll_line(self, step: int) -> None:
        """The same, for the arrow keys."""
        self.list.cursor += step

    def action_scroll_page(self, pages: float) -> None:
        """The cursor by a page."""
        self.list.cursor += round(pages * max(1, self.list.size.height - 1))

    def action_jump(self, where: int) -> None:
        """The cursor to the first or the last item."""
        self.list.cursor = len(self.list.items) - 1 if where < 0 else 0

    def action_search(self) -> None:
        """Type words that the shown items must have."""
        self.ask(self.FILTER_PROMPT, text=self.filter_words, typing=self.filter_by)

    def action_filter(self) -> None:
        """The same, by the key that filters the claims of a text too."""
        self.action_search()

    def action_close(self) -> None:
        """Take the filter away."""
        self.filter_by("")

    def filter_by(self, words: str) -> None:
        """Show only what has these words."""
        self.filter_words = words
        self.show_list()

    def say_what_is_shown(self, chosen: str = "") -> None:
        """Say at the foot, for as long as it is so, by what the list is filtered: words, and what else was chosen."""
        words = f"“{self.filter_words}”" if self.filter_words.strip() else ""
        said = " · ".join(filter(None, (chosen, words)))
        self.foot.standing = f"{said}   Esc all" if said else ""

    def on_line_list_opened(self) -> None:
        """Open what was pointed at."""
        self.action_open()

    def action_open(self) -> None:
        """Open the item under the cursor."""
        raise NotImplementedError
