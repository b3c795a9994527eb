"""What the main screens share: their keys from the one table, the hints at the foot, undo, import and report."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding, BindingType

from tuifact.errors import TuifactError
from tuifact.model import Event
from tuifact.model.plain import plain_line
from tuifact.tui.commands import COMMANDS, Place, commands_of, shown_keys
from tuifact.tui.screens.asking import AskingScreen
from tuifact.tui.widgets.particulars import shortened

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tuifact.desk import Desk
    from tuifact.tui.app import ReaderApp

TITLE_CELLS = 40
"""Of a title in a message."""


def screen_bindings(place: Place) -> list[BindingType]:
    """The bindings of one screen, read off the table; the id is what the settings call the command."""
    return [
        Binding(
            command.keys,
            command.action,
            command.hint or command.name,
            show=False,
            tooltip=command.help,
            id=command.name,
        )
        for command in COMMANDS
        if place in command.places
    ]


class DeskScreen(AskingScreen):
    """A screen that works on the library."""

    PLACE: ClassVar[Place]
    BLANK = True
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual declares it an instance variable
        (0, "-tiny"),
        (60, "-narrow"),
        (100, "-wide"),
    ]
    AUTO_FOCUS = ""

    @property
    def reader(self) -> ReaderApp:
        """The app, by its own type."""
        return cast("ReaderApp", self.app)

    @property
    def desk(self) -> Desk:
        """The desk everything is asked of."""
        return self.reader.desk

    def show_hints(self, words: Mapping[str, str] | None = None) -> None:
        """Show this screen's keys in the foot; `words` changes the word of a command, an empty one leaves it out."""
        keys, changed = self.reader.keys, words or {}
        hints = [
            (shown_keys(keys[command.name].split(",")[0]), changed.get(command.name, command.hint))
            for command in commands_of(self.PLACE)
        ]
        self.foot.show_hints([(key, word) for key, word in hints if word])

    def say(self, message: str) -> None:
        """Show a message for a while."""
        self.foot.say(message)

    def complain(self, error: TuifactError) -> None:
        """Show what went wrong and what to do."""
        self.say(str(error))

    def reload(self, events: Sequence[Event]) -> None:
        """Show what these events changed."""
        raise NotImplementedError

    def follow(self, event: Event) -> None:
        """Go to where this was undone or done again; a list stays where it is."""

    def action_undo(self) -> None:
        """Take back the last decision."""
        self._travel("undo", "Nothing to undo.")

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._travel("redo", "Nothing to redo.")

    def _travel(self, direction: str, nothing: str) -> None:
        try:
            events = self.desk.undo() if direction == "undo" else self.desk.redo()
        except TuifactError as error:
            self.complain(error)
            return
        if not events:
            self.say(nothing)
            return
        elsewhere = self._elsewhere(events)
        self.reader.look()
        self.follow(events[-1])
        self.say(in_words(events) + elsewhere)

    def _elsewhere(self, events: Sequence[Event]) -> str:
        """The article it happened in, when that is not the open one; how many, when there are several."""
        articles = {event.article for event in events}
        if articles == {self.queued_article()} or not events[0].claim:
            return ""
        if len(articles) > 1:
            return f", in {len(articles)} articles"
        try:
            return f", in “{shortened(plain_line(self.desk.summary(articles.pop()).title), TITLE_CELLS)}”"
        except TuifactError:
            return ""

    def action_queue(self) -> None:
        """The claims that wait: of the open article, or of the library."""
        from tuifact.tui.screens.queue import QueueScreen

        self.app.push_screen(QueueScreen(self.queued_article()))

    def queued_article(self) -> str | None:
        """The article whose queue is meant; None for the library's."""
        return None

    def action_statistics(self) -> None:
        """The library in figures."""
        from tuifact.tui.screens.statistics import StatisticsScreen

        try:
            self.app.push_screen(StatisticsScreen(self.desk.statistics()))
        except TuifactError as error:
            self.complain(error)

    def action_tag(self) -> None:
        """Write the tags of the article."""
        articles = self.reported_articles()
        if not articles:
            self.say("There is no article to tag.")
            return
        try:
            tags = self.desk.summary(articles[0]).tags
        except TuifactError as error:
            self.complain(error)
            return
        self.ask("tags, separated by blanks", partial(self._tag, articles[0]), text=" ".join(tags))

    def _tag(self, article: str, words: str) -> None:
        try:
            tags = self.desk.set_tags(article, words.split()).tags
        except TuifactError as error:
            self.complain(error)
            return
        self.reload(())
        self.say(f"Tags: {' '.join(tags)}" if tags else "No tags.")

    def action_import(self) -> None:
        """Ask for a file or a folder and take it in."""
        from tuifact.tui.screens.importing import Arrival, ImportScreen

        def done(came: Arrival | None) -> None:
            if came is not None:
                self.after_import(came.article)
                self.say(came.words)

        self.app.push_screen(ImportScreen(self.desk), done)

    def after_import(self, article: str) -> None:
        """Show what was taken in."""
        raise NotImplementedError

    def action_report(self) -> None:
        """Ask where the report goes and write it."""
        from tuifact.tui.screens.exporting import ExportScreen

        def done(path: Path | None) -> None:
            if path is not None:
                self.say(self.reader.hand_over(path))

        if articles := self.reported_articles():
            self.app.push_screen(ExportScreen(self.desk, articles), done)
        else:
            self.say("There is no article to report on.")

    def reported_articles(self) -> Sequence[str]:
        """The articles a report from here is about."""
        raise NotImplementedError


def in_words(events: Sequence[Event]) -> str:
    """What undoing or redoing did, for the line at the foot."""
    first = events[0]
    verb = "Undone" if first.action == "undone" else "Done again"
    if not first.claim:
        return f"{verb}: {plain_line(first.about)}"
    if len(events) > 1:
        return f"{verb}: {len(events)} claims"
    if first.about and first.was is first.now:
        return f"{verb}: {plain_line(first.about)}"
    if first.was is first.now:
        return f"{verb}: a note, or the words of a claim"
    return f"{verb}: {first.was.glyph} {first.was} → {first.now.glyph} {first.now}"
