"""What a verdict rests on: the sources of a claim, and a form for another one. One line is enough."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from tuifact.errors import EvidenceError, TuifactError
from tuifact.model import Claim, Evidence, Grade, Stance
from tuifact.model.plain import plain_line
from tuifact.tui.messages import LinkChosen
from tuifact.tui.screens.dialog import Dialog, Keys
from tuifact.tui.widgets.form import Form, Line, Pick
from tuifact.tui.widgets.line_list import LineList, fit
from tuifact.tui.widgets.sources import STANCES, source_words

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from tuifact.desk import Desk

LONGEST = 5
"""Sources shown at once."""

FIELDS = (
    Line("source", "source", "paste a link, or name who was asked; more may follow, after |"),
    Line("title", "title"),
    Line("publisher", "publisher"),
    Line("quote", "quote", "its words, as they stand there"),
    Line("locator", "where", "p. 14, 12:30, table 3"),
    Pick("stance", "stance", [(stance.value, f"{STANCES[stance]} {stance}") for stance in Stance]),
    Pick("grade", "grade", [(grade.value, grade.value) for grade in Grade]),
    Line("archive", "archive", "address of a copy in a web archive"),
    Line("seen", "seen", "today"),
    Line("copy", "copy", "a file to keep with the library"),
)
FIRST = "Enter save   Tab next field   Esc back"
NEW = "Enter save   Tab next field   ↑ the sources   Esc back"
DOUBT = "Is all of that its title? A | between parts tells them apart: link | refutes | p. 4. Enter saves it as it is."
LISTED = "Enter change   x remove   o open   y copy the address   ↓ another one   Esc back"


class SourceList(LineList[Evidence]):
    """The sources a claim has."""

    ALWAYS_LIT = False

    def key_of(self, item: Evidence) -> str:
        """The source's id."""
        return item.id

    def draw(self, item: Evidence, base: Style, width: int) -> list[Segment]:
        """Stance, name and place, and at the right how near it stands to what it tells."""
        grade = f"  {item.grade}"
        return [
            Segment(fit(source_words(item), max(8, width - len(grade))), base),
            Segment(grade, self.style("faint", base)),
        ]


class EvidenceScreen(Dialog[str]):
    """Answers with what was done, in words."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "up", show=False),
        Binding("down", "down", show=False),
        Binding("enter", "change", show=False),
        Binding("x,delete", "remove", show=False),
        Binding("o", "open", show=False),
        Binding("y", "copy", show=False),
    ]

    def __init__(self, desk: Desk, claim: Claim, number: int) -> None:
        """`number` is the claim's in its article, from 1."""
        super().__init__()
        self._desk, self._claim, self._number = desk, claim, number
        self._held: Evidence | None = None
        self._taken = ""
        self._done = ""

    def compose(self) -> ComposeResult:
        """The claim, its sources, and the form."""
        with VerticalScroll(id="evidence", classes="window", can_focus=False):
            yield Static(f"Evidence for claim {self._number:,}", id="what", markup=False, classes="title")
            yield Static(Content.styled(plain_line(self._claim.text), "$quiet"), id="claim", markup=False)
            yield SourceList(id="sources")
            yield Form(FIELDS)
            yield Static("", id="problem", markup=False)
            yield Keys(FIRST, id="keys")

    def on_mount(self) -> None:
        """Type at once."""
        self._show_sources(self._claim.evidence)
        self._form.fill(_as_values(Evidence()))
        self._form.begin()

    @property
    def _form(self) -> Form:
        return self.query_one(Form)

    @property
    def _list(self) -> SourceList:
        return self.query_one(SourceList)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Say which keys there are."""
        self.query_one(Keys).say(LISTED if self._list.has_focus else NEW if self._list.items else FIRST)

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Once the line is left, what stands in it goes into the fields."""
        if event.widget.id == "source":
            self._take_line()

    def on_form_finished(self) -> None:
        """Save."""
        self._save()

    def on_line_list_opened(self) -> None:
        """Change the source that was pointed at."""
        self.action_change()

    def action_leave(self) -> None:
        """Close; what was removed before is told."""
        self.dismiss(self._done or None)

    def action_up(self) -> None:
        """Up in the list, or a field back."""
        if self._list.has_focus:
            self._list.cursor -= 1
        else:
            self.focus_previous()

    def action_down(self) -> None:
        """Down in the list and out of it, or a field on."""
        if self._list.has_focus and self._list.cursor < len(self._list.items) - 1:
            self._list.cursor += 1
        else:
            self.focus_next()

    def action_change(self) -> None:
        """Put the source under the cursor into the form."""
        if (held := self._listed()) is None:
            return
        self._held, self._taken = held, held.url
        self.query_one("#what", Static).update(f"Changing {plain_line(held.name)}")
        self._form.fill(_as_values(held))
        kept = f"kept: {plain_line(held.snapshot.name)}" if held.snapshot else "a file to keep with the library"
        self.query_one("#copy", Input).placeholder = kept
        self._form.begin()

    def action_remove(self) -> None:
        """Take the source under the cursor away."""
        if (held := self._listed()) is None:
            return
        try:
            self._desk.remove_evidence(held.id)
            self._refresh()
        except TuifactError as error:
            self._complain(error)
            return
        self._done = f"Evidence removed: {plain_line(held.name)}; undo brings it back"
        self.query_one("#problem", Static).update(f"Removed: {plain_line(held.name)}")
        if not self._list.items:
            self._form.begin()

    def action_open(self) -> None:
        """Open the source under the cursor in the browser."""
        if (held := self._listed()) is not None and held.url:
            self.post_message(LinkChosen(held.url))

    def action_copy(self) -> None:
        """Copy the address of the source under the cursor."""
        if (held := self._listed()) is not None and held.url:
            self.app.copy_to_clipboard(held.url)
            self.query_one("#problem", Static).update(f"Copied: {plain_line(held.url)}")

    def _listed(self) -> Evidence | None:
        """The source under the cursor, while the list has the keys."""
        return self._list.item if self._list.has_focus else None

    def _take_line(self) -> bool:
        """Put what stands in the first line into the fields; whether that went well."""
        from tuifact.desk import parse_evidence

        line = self._form["source"]
        if not line or line == self._taken:
            return True
        try:
            read = parse_evidence(line)
        except EvidenceError as error:
            self._complain(error)
            return False
        values = _as_values(read)
        changed = {name: value for name, value in values.items() if value and name not in ("stance", "grade")}
        given = self._held or Evidence()
        changed |= {name: values[name] for name in ("stance", "grade") if values[name] != getattr(given, name).value}
        self._form.fill({"source": read.url, **changed})
        self._taken = read.url
        self.query_one("#problem", Static).update("")
        return True

    def _save(self) -> None:
        line = self._form["source"]
        if not self._take_line():
            return
        if _is_doubtful(line):
            self._say(DOUBT)
            return
        values = self._form.values
        if self._held is None and not any(values[field.name] for field in FIELDS if isinstance(field, Line)):
            self.action_leave()
            return
        try:
            done = self._store(values)
        except ValueError:
            self._say(f"{values['seen']} is no day; write it like {date.today().isoformat()}")
        except TuifactError as error:
            self._complain(error)
        else:
            self.dismiss(done)

    def _store(self, values: dict[str, str]) -> str:
        """Keep what the form says; what was done, in words. Raises `TuifactError`, or `ValueError` for an odd day."""
        wanted = replace(
            self._held or Evidence(),
            url=values["source"],
            title=values["title"],
            publisher=values["publisher"],
            quote=values["quote"],
            locator=values["locator"],
            stance=Stance(values["stance"]),
            grade=Grade(values["grade"]),
            archive=values["archive"],
            seen=date.fromisoformat(values["seen"]) if values["seen"] else None,
        )
        copy = Path(os.path.expanduser(values["copy"])) if values["copy"] else None  # noqa: PTH111 - Path's own raises
        if self._held is None:
            stored = self._desk.add_evidence(self._claim.id, wanted, snapshot=copy)
            return f"Evidence added: {source_words(stored)}"
        stored = self._desk.edit_evidence(self._held.id, wanted, was=self._held)
        if copy is not None:
            stored = self._desk.attach_snapshot(stored.id, copy)
        return f"Evidence changed: {source_words(stored)}"

    def _refresh(self) -> None:
        self._claim = self._desk.claim(self._claim.id)
        self._show_sources(self._claim.evidence)

    def _show_sources(self, sources: tuple[Evidence, ...]) -> None:
        self._list.items = sources
        self._list.display = bool(sources)
        self._list.styles.height = min(LONGEST, max(1, len(sources)))

    def _complain(self, error: TuifactError) -> None:
        self._say(str(error))

    def _say(self, problem: str) -> None:
        self.query_one("#problem", Static).update(plain_line(problem))


def _is_doubtful(line: str) -> bool:
    """Whether words that would be a stance or a grade went into a title, for want of a mark between the parts."""
    words = line.casefold().split()[1:]
    return "|" not in line and len(words) > 1 and not {*Stance, *Grade}.isdisjoint(words)


def _as_values(source: Evidence) -> dict[str, str]:
    """A source as it stands in the form."""
    return {
        "source": source.url,
        "title": source.title,
        "publisher": source.publisher,
        "quote": source.quote,
        "locator": source.locator,
        "stance": source.stance.value,
        "grade": source.grade.value,
        "archive": source.archive,
        "seen": source.seen.isoformat() if source.seen else "",
    }
