"""A form: lines to type in and choices, each behind its name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from tuifact.model.plain import plain_line
from tuifact.tui.widgets.foot import LineInput

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.widgets import Input


class Line(NamedTuple):
    """Something to be typed."""

    name: str
    label: str
    placeholder: str = ""


class Pick(NamedTuple):
    """One of a few things to be chosen."""

    name: str
    label: str
    options: Sequence[tuple[str, str]]
    """What is chosen, and how it reads."""


class Choice(Widget, can_focus=True):
    """A few words in a row, one of them chosen; where there is no room, the chosen one alone."""

    DEFAULT_CSS = "Choice { height: 1; width: 1fr; padding: 0 2; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space,l", "step(1)", show=False),
        Binding("left,h", "step(-1)", show=False),
        Binding("enter", "finish", show=False),
    ]

    chosen: reactive[int] = reactive(0)
    """Which of the options."""

    class Finished(Message):
        """Enter was pressed."""

    class Changed(Message):
        """Another option was chosen with a key or the mouse."""

        def __init__(self, value: str) -> None:
            super().__init__()
            self.value = value

    def __init__(self, options: Sequence[tuple[str, str]], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.options = tuple(options)

    @property
    def value(self) -> str:
        """What is chosen."""
        return self.options[self.chosen][0]

    @value.setter
    def value(self, value: str) -> None:
        """Choose this; what is none of the options chooses the first."""
        self.chosen = next((at for at, option in enumerate(self.options) if option[0] == value), 0)

    def render(self) -> Content:
        """All options with a mark at the chosen one, else that one between arrows."""
        parts = [
            Content.assemble(("● ", "$accent"), (words, "bold" if self.has_focus else ""))
            if at == self.chosen
            else Content.assemble(("○ ", "$quiet"), (words, "$quiet"))
            for at, (_, words) in enumerate(self.options)
        ]
        row = Content("   ").join(parts)
        if row.cell_length <= self.content_size.width:
            return row
        return Content.assemble("‹ ", (self.options[self.chosen][1], "bold" if self.has_focus else ""), " ›")

    def action_step(self, step: int) -> None:
        """The next option or the one before, going round."""
        self.chosen = (self.chosen + step) % len(self.options)
        self.post_message(self.Changed(self.value))

    def action_finish(self) -> None:
        """Say that the form is filled in."""
        self.post_message(self.Finished())

    def on_click(self, event: events.Click) -> None:
        """Choose what one points at; a click on what is chosen goes on to the next."""
        ends = accumulate(len(words) + 5 for _, words in self.options)
        at = next((at for at, end in enumerate(ends) if event.x - 2 < end), len(self.options) - 1)
        self.chosen = at if at != self.chosen else (at + 1) % len(self.options)
        self.post_message(self.Changed(self.value))


class Form(Vertical):
    """The fields of a form, by name. Their texts are what was typed, without blanks around it."""

    DEFAULT_CSS = """
    Form { height: auto; }
    Form .field { height: 1; }
    Form .label { width: 11; height: 1; }
    Form LineInput { width: 1fr; }
    """

    class Finished(Message):
        """Enter was pressed in one of the fields: the form is filled in."""

    def __init__(self, fields: Sequence[Line | Pick], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._fields = fields

    def compose(self) -> ComposeResult:
        """A row a field."""
        for field in self._fields:
            with Horizontal(classes="field"):
                yield Static(field.label, markup=False, classes="label")
                if isinstance(field, Pick):
                    yield Choice(field.options, id=field.name)
                else:
                    yield LineInput(placeholder=field.placeholder, id=field.name, compact=True, select_on_focus=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in a line."""
        event.stop()
        self.post_message(self.Finished())

    def on_choice_finished(self, message: Choice.Finished) -> None:
        """Enter on a choice."""
        message.stop()
        self.post_message(self.Finished())

    def fill(self, values: Mapping[str, str]) -> None:
        """Put these values into the fields of these names."""
        for name, value in values.items():
            field = self.query_one(f"#{name}")
            if isinstance(field, Choice):
                field.value = value
            elif isinstance(field, LineInput):
                field.value = plain_line(value)
                field.cursor_position = len(field.value)

    @property
    def values(self) -> dict[str, str]:
        """What stands in the fields."""
        return {field.name: self[field.name] for field in self._fields}

    def __getitem__(self, name: str) -> str:
        field = self.query_one(f"#{name}")
        if isinstance(field, Choice):
            return field.value
        return field.value.strip() if isinstance(field, LineInput) else ""

    def begin(self) -> None:
        """Type into the first field."""
        self.screen.set_focus(self.query_one(f"#{self._fields[0].name}"))
