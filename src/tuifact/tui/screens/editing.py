"""Editing a claim: other words of the text, another speaker, another kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.widgets import Static

from tuifact.errors import TuifactError
from tuifact.model import Claim, Kind
from tuifact.model.plain import plain_line
from tuifact.tui.screens.dialog import Dialog, Keys
from tuifact.tui.widgets.form import Form, Line, Pick

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tuifact.desk import Desk
    from tuifact.desk.correcting import Place

FIELDS = (
    Line("quote", "words", "words of the text, from first to last"),
    Line("speaker", "said by", "the article itself"),
    Pick("kind", "kind", [(kind.value, kind.value) for kind in Kind]),
)


class EditScreen(Dialog[Claim]):
    """Answers with the claim as it is then; its verdict and what belongs to it stay."""

    def __init__(self, desk: Desk, claim: Claim, words: str = "", place: Place | None = None) -> None:
        """`words` are proposed instead of the claim's own; `place` is where they stand."""
        super().__init__()
        self._desk, self._claim, self._words, self._place = desk, claim, plain_line(words).strip(), place

    def compose(self) -> ComposeResult:
        """The claim above the fields."""
        with Vertical(id="edit", classes="window"):
            yield Static("Edit the claim", markup=False, classes="title")
            yield Form(FIELDS)
            yield Static("", id="problem", markup=False)
            yield Keys("Enter save   Tab next field   ← → choose   Esc back")

    def on_mount(self) -> None:
        """Begin with what is there."""
        form = self.query_one(Form)
        form.fill({"quote": self._words or self._claim.text, **self._stored()})
        form.begin()

    def on_form_finished(self) -> None:
        """Save."""
        self._save()

    def _stored(self) -> dict[str, str]:
        return {"speaker": plain_line(self._claim.speaker or ""), "kind": self._claim.kind.value}

    def _save(self) -> None:
        values, stored = self.query_one(Form).values, self._stored()
        proposed = self._place is not None and values["quote"] == self._words
        quote = values["quote"] if proposed or values["quote"] != plain_line(self._claim.text).strip() else None
        place = self._place if proposed else None
        speaker = values["speaker"] if values["speaker"] != stored["speaker"] else None
        kind = Kind(values["kind"]) if values["kind"] != stored["kind"] else None
        if quote is None and speaker is None and kind is None:
            self.dismiss(None)
            return
        try:
            self.dismiss(self._desk.edit_claim(self._claim.id, quote=quote, place=place, speaker=speaker, kind=kind))
        except TuifactError as error:
            self.query_one("#problem", Static).update(str(error))
