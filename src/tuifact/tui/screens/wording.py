"""The verdict in words: the sentence that stands alone, how sure one is, a rating, a correction, a word to the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tuifact.errors import TuifactError
from tuifact.model import RATINGS, WORDING, Claim, Confidence
from tuifact.model.plain import plain_line
from tuifact.tui.screens.dialog import Dialog, Keys
from tuifact.tui.widgets.form import Form, Line, Pick

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tuifact.desk import Desk
    from tuifact.model import Wording


class WordingScreen(Dialog[str]):
    """Answers with what was done, in words."""

    def __init__(self, desk: Desk, claim: Claim) -> None:
        super().__init__()
        self._desk, self._claim = desk, claim

    def compose(self) -> ComposeResult:
        """The claim and how it stands above the fields."""
        status = self._claim.status
        fields: list[Line | Pick] = [
            Line("verdict", "verdict", "in one sentence that stands alone"),
            Pick("confidence", "sure", [("", "not said"), *((one.value, one.value) for one in Confidence)]),
            Line("correction", "correction", "the wording proposed to the editor"),
            Line("note", "note", "the reasoning, public"),
            Line("internal_note", "desk only", "leaves the library only when asked for by name"),
        ]
        if (ratings := self._desk.settings.ratings) != RATINGS:
            fields.insert(1, Pick("rating", "rating", [("", "none"), *((one.label, one.label) for one in ratings)]))
        with VerticalScroll(id="wording", classes="window", can_focus=False):
            yield Static("The verdict in words", markup=False, classes="title")
            yield Static(Content.styled(plain_line(self._claim.text), "$quiet"), id="claim", markup=False)
            yield Static(Content.styled(f"{status.glyph} {status}", f"$claim-{status}"), id="status", markup=False)
            yield Form(fields)
            yield Static("", id="problem", markup=False)
            yield Keys("Enter save   Tab next field   ← → choose   Esc back")

    def on_mount(self) -> None:
        """Begin with what is said already."""
        form = self.query_one(Form)
        form.fill({name: value for name, value in _said(self._claim).items() if name in form.values})
        form.begin()

    def on_form_finished(self) -> None:
        """Save."""
        self._save()

    def _save(self) -> None:
        values, said = self.query_one(Form).values, _said(self._claim)
        changed = {name: value for name, value in values.items() if value != plain_line(said[name])}
        if not changed:
            self.dismiss(None)
            return
        try:
            self._store(
                {name: value for name, value in changed.items() if value}, [n for n in changed if not values[n]]
            )
        except TuifactError as error:
            self.query_one("#problem", Static).update(plain_line(str(error)))
        else:
            self.dismiss("Saved.")

    def _store(self, words: dict[str, str], clear: list[str]) -> None:
        claim, rating = self._claim, words.get("rating")
        # A rating that counts as another status is another decision.
        decides = bool(rating) and self._desk.rating(str(rating)).status != claim.status
        store = self._desk.mark if decides else self._desk.write_verdict
        store([claim.id], revs={claim.id: claim.rev}, clear=clear, **cast("Wording", words))


def _said(claim: Claim) -> dict[str, str]:
    return {name: str(getattr(claim, name) or "") for name in WORDING}
