"""Selecting words without the mouse: sentence by sentence, then word by word at either end."""

from __future__ import annotations

import re

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
