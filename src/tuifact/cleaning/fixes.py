"""The table of fixes, in the order they are made, each with what shows that a text needs it."""

from __future__ import annotations

from collections.abc import Callable

from tuifact.cleaning import corpus, hidden
from tuifact.cleaning.blocks import Block
from tuifact.cleaning.entities import restore_entities, show_far
from tuifact.cleaning.evidence import Evidence, has_any
from tuifact.cleaning.layout import Unwrapper
from tuifact.cleaning.mojibake import has_mojibake, undo_mojibake
from tuifact.cleaning.spacing import Respacer
from tuifact.model.plain import plain_text

Repairer = Callable[[str], str]
"""What is done to each block of a text."""

Made = Callable[[str, Evidence], Repairer | None]
"""The repairer for this text; None when a closer look shows that it needs none."""


Fix = tuple[str, str, Made]
"""One step: its name, a sign without which nothing needs it, and what is done when a text does.

The sign is looked for in the text and then in each block. It is a character, which is found in a tenth of the time that
two in a row take, or nothing.
"""


def _always(repairer: Repairer) -> Made:
    return lambda text, evidence: repairer


def _with(sign: str, repairer: Repairer) -> Made:
    return lambda text, evidence: repairer if sign in text else None


def _when(needed: Callable[[str], bool], repairer: Repairer) -> Made:
    return lambda text, evidence: repairer if needed(text) else None


def _uncover(text: str, evidence: Evidence) -> Repairer | None:
    if not hidden.has_debris(text):
        return None
    evidence.hidden = hidden.count_debris(text)
    return hidden.remove_debris


def _rejoin_halves(text: str, evidence: Evidence) -> Repairer | None:
    needed = evidence.tokenised and has_any(text, corpus.SEAMS) and not evidence.runs
    return corpus.join_halves if needed else None


def _straighten(text: str, evidence: Evidence) -> Repairer | None:
    needed = evidence.tokenised and "''" in text and "``" not in text
    return corpus.straighten_apostrophes if needed else None


def _unwrap(text: str, evidence: Evidence) -> Repairer | None:
    return Unwrapper(text) if evidence.wrapped else None


def _rejoin_words(text: str, evidence: Evidence) -> Repairer | None:
    return corpus.join_subwords if evidence.subwords else None


def _respace(text: str, evidence: Evidence) -> Repairer | None:
    return Respacer(evidence) if evidence.tokenised and " " in text else None


def _disarm(text: str, evidence: Evidence) -> Repairer:
    def show_controls(block: str) -> str:
        """Controls are shown or removed, never obeyed; printable text, nearly all there is, is not looked at again."""
        if block.isprintable():
            return block
        harmless = plain_text(block)
        evidence.commands += harmless != block
        return harmless

    return show_controls


FIXES: tuple[Fix, ...] = (
    ("number of the corpus", "#", _always(corpus.drop_text_number)),
    ("number of the corpus", "@", _with("@@", corpus.drop_text_number)),
    ("words left out", "@", _always(corpus.mark_left_out)),
    ("bracket name", "-", _when(corpus.has_brackets, corpus.name_brackets)),
    ("bracket name", "-", _when(corpus.has_small_brackets, corpus.name_small_brackets)),
    ("escaped slash", "\\", _with("\\/", corpus.unescape_slashes)),
    ("backtick quotes", "`", _with("``", corpus.open_quotes)),
    ("backtick quotes", "'", _with("``", corpus.close_quotes)),
    ("doubled apostrophes", "'", _straighten),
    ("line break", "\n", _unwrap),
    ("word pieces", "@", _rejoin_words),
    ("halved word", " ", _rejoin_halves),
    ("spacing", "", _respace),
    ("control character", "", _disarm),
)
"""The fixes of ASCII text, after character references and misread UTF-8. Controls last, after all others were made."""

WIDE_FIXES: tuple[Fix, ...] = (
    ("hidden character", "", _uncover),
    ("ligature", "", _when(hidden.has_ligature, hidden.split_ligatures)),
    *FIXES,
)
"""The fixes of text with other characters too."""


Step = tuple[str, str, Repairer]
"""A fix made ready for one text: its name, its sign, and what is done to each block that holds the sign."""


def choose_fixes(text: str, evidence: Evidence) -> list[Step]:
    """The fixes that this text calls for. First those whose damage may hide what another fix looks for."""
    chosen: list[Step] = []
    shown = text
    if "&" in text:
        chosen.append(("character reference", "&", restore_entities))
        shown = show_far(text)
    if not shown.isascii() and has_mojibake(shown):
        chosen.append(("misread UTF-8", "", undo_mojibake))
        shown = undo_mojibake(shown) if hidden.may_hide_debris(shown) else shown
    for name, sign, make in FIXES if shown.isascii() else WIDE_FIXES:
        if sign in shown and (repairer := make(shown, evidence)) is not None:
            chosen.append((name, sign, repairer))
    return chosen


def repair(blocks: list[Block], steps: list[Step]) -> None:
    """Each block through all steps, in place; blocks of nothing but white space go."""
    for block in blocks:
        text = block.text
        for _, sign, repairer in steps:
            if sign in text:
                text = repairer(text)
        block.text = text.strip()
    blocks[:] = [block for block in blocks if block.text]
