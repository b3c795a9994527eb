"""Selecting words without the mouse: sentence by sentence, then word by word at either end."""

from __future__ import annotations

import re

from tuifact.tui.commands import shown_keys
from tuifact.tui.screens.article.moving import Moving
from tuifact.tui.widgets.page import Match

_WORD = re.compile(r"\S+")


class Selecting(Moving):
    """The keys that select. What is selected lies in one paragraph."""

    def action_select_sentence(self, step: int) -> None:
        """Select the sentence after or before the selected one, the current claim, or the top of the screen."""
        paragraph, start, end = self._from_here()
        sentences = self._sentences(paragraph)
        beyond = [span for span in sentences if (span[0] >= end if step > 0 else span[1] <= start)]
        while not beyond:
            paragraph += step
            if not 0 <= paragraph < len(self.text):
                self.say("The text ends here." if step > 0 else "The text begins here.")
                return
            beyond = self._sentences(paragraph)
        self._select(Match(paragraph, *(beyond[0] if step > 0 else beyond[-1])))

    def action_select_end(self, step: int) -> None:
        """Move the end of the selection by a word."""
        if (selected := self._selected()) is None:
            return
        ends = [word.end() for word in _WORD.finditer(self.text[selected.paragraph])]
        beyond = [at for at in ends if (at > selected.end if step > 0 else selected.start < at < selected.end)]
        if beyond:
            self._select(Match(selected.paragraph, selected.start, beyond[0] if step > 0 else beyond[-1]))

    def action_select_start(self, step: int) -> None:
        """Move the start of the selection by a word."""
        if (selected := self._selected()) is None:
            return
        starts = [word.start() for word in _WORD.finditer(self.text[selected.paragraph])]
        beyond = [at for at in starts if (selected.start < at < selected.end if step > 0 else at < selected.start)]
        if beyond:
            self._select(Match(selected.paragraph, beyond[0] if step > 0 else beyond[-1], selected.end))

    def action_select_claims(self, step: int) -> None:
        """Select the current claim, then one more each time or one less: what is decided next counts for all."""
        chosen = self.view.claims_selected()
        if not chosen and (step < 0 or not 0 <= self.view.current < len(self.roll)):
            self.say("No claim is selected yet.")
            return
        first, last = (chosen[0], chosen[-1]) if chosen else (self.view.current, self.view.current)
        end = self.roll.step(last, step) if chosen else last
        if step < 0 and (end is None or end < first):
            self.clear_selection()
            self.say("No claim is selected.")
        elif end is None:
            self.say("There is no claim after these.")
        else:
            self.view.select_claims(first, end)
            self._say_how_many()

    def _say_how_many(self) -> None:
        count, keys = len(self.view.claims_selected()), self.reader.keys
        decide = " ".join(shown_keys(keys[name].split(",")[0]) for name in ("verify", "dispute", "unverify"))
        more, less = (shown_keys(keys[name].split(",")[0]) for name in ("more_claims", "less_claims"))
        what = f"{count} claims" if count > 1 else "1 claim"
        self.say(f"{what} selected.   {decide} decide   {more} one more   {less} one less   Esc leave")

    def _from_here(self) -> tuple[int, int, int]:
        """Where selecting begins (paragraph, start, end): the selection, the claim in view, or the screen's top."""
        here = self.view.selected or self.view.looked_at()
        if here is not None:
            return here.paragraph, here.start, here.end
        return self.view.top_paragraph, 0, 0

    def _sentences(self, paragraph: int) -> list[tuple[int, int]]:
        from tuifact.desk import cut_sentences

        return cut_sentences(self.text[paragraph])

    def _selected(self) -> Match | None:
        if (selected := self.view.selected) is None:
            self.say("Nothing is selected yet: Shift+↓ selects a sentence.")
        return selected

    def _select(self, match: Match) -> None:
        self.view.select(match)
        self.say("Selected.   a make it a claim   Shift+← → its end   Ctrl+← → its start   Esc leave it")
