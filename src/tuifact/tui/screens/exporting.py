"""Writing the report: where to, and in which form."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from tuifact.errors import ReportError, TuifactError
from tuifact.tui.screens.dialog import Dialog, Keys
from tuifact.tui.widgets.foot import LineInput
from tuifact.tui.widgets.form import Choice

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tuifact.desk import Desk

FORMS = {
    ".md": ("markdown", "Markdown"),
    ".html": ("html", "HTML"),
    ".docx": ("docx", "Word"),
    ".pdf": ("pdf", "PDF"),
    ".jsonld": ("claimreview", "ClaimReview"),
    ".csv": ("csv", "CSV"),
    ".json": ("json", "JSON"),
}
"""Report forms by the ending of the file's name: what the desk calls them, and what people do."""


class ExportScreen(Dialog[Path]):
    """Asks for a file name; the ending chooses the form. Enter writes, a second Enter replaces a file in the way."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "other_form", show=False, priority=True)]

    def __init__(self, desk: Desk, articles: Sequence[str]) -> None:
        super().__init__()
        self._desk = desk
        self._articles = articles
        self._refused = ""

    def compose(self) -> ComposeResult:
        """A name to change or accept."""
        with Vertical(id="export", classes="window"):
            yield Static("Write the fact-check report to", markup=False, classes="title")
            yield LineInput(self._proposal(), id="target", compact=True, select_on_focus=False)
            yield Choice([(ending, words) for ending, (_, words) in FORMS.items()], id="form")
            yield Static("", id="problem", markup=False)
            yield Keys("Enter write   Tab another form   Esc back")

    def on_mount(self) -> None:
        """Type at once."""
        self.query_one(Choice).can_focus = False
        self.set_focus(self.query_one(LineInput))

    def _proposal(self) -> str:
        return self._desk.report_name(self._articles[0]) + ".md"

    def action_other_form(self) -> None:
        """The next form, by its ending."""
        line = self.query_one(LineInput)
        endings = list(FORMS)
        path = Path(line.value)
        at = endings.index(path.suffix) + 1 if path.suffix in endings else 0
        if path.name:
            line.value = str(path.with_suffix(endings[at % len(endings)]))
            line.cursor_position = len(line.value)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Another name, another question, perhaps another form."""
        self._refused = ""
        if (ending := Path(event.value).suffix) in FORMS:
            self.query_one(Choice).value = ending

    def on_choice_changed(self, message: Choice.Changed) -> None:
        """Give the name the ending of the form that was pointed at."""
        line = self.query_one(LineInput)
        if Path(line.value).name and Path(line.value).suffix != message.value:
            line.value = str(Path(line.value).with_suffix(message.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Write the report."""
        from tuifact.desk import Wanted

        event.stop()
        target = Path(os.path.expanduser(event.value))  # noqa: PTH111 - Path's own raises for an unknown user
        problem = self.query_one("#problem", Static)
        if target.suffix not in FORMS:
            problem.update(f"The name must end in {', '.join(FORMS)}.")
            return
        force = self._refused == event.value
        try:
            (path,) = self._desk.write_report(target, self._articles, Wanted(FORMS[target.suffix][0]), force=force)
        except ReportError as error:
            exists = os.path.isfile(target) and not force  # noqa: PTH113 - Path's own raises for a long name
            self._refused = event.value if exists else ""
            problem.update(f"{target} is already there. Enter again replaces it." if exists else str(error))
        except TuifactError as error:
            problem.update(str(error))
        else:
            self.dismiss(path)
