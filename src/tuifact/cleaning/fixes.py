"""The table of fixes, in the order they are made, each with what shows that a text needs it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from tuifact.cleaning import corpus, hidden
from tuifact.cleaning.entities import restore_entities
from tuifact.cleaning.evidence import Evidence
from tuifact.cleaning.layout import Unwrapper
from tuifact.cleaning.mojibake import has_mojibake, undo_mojibake
from tuifact.cleaning.spacing import restore_spacing
from tuifact.model.plain import plain_text

Repairer = Callable[[str], str]
"""What is done to each block of a text."""

Made = Callable[[str, Evidence], Repairer | None]
"""The repairer for this text; None when a closer look shows that it needs none."""


class Fix(NamedTuple):
    """One step: its name, a sign without which no text needs it, and what is done when a text does."""

    name: str
    sign: str
    make: Made


def _always(repairer: Repairer) -> Made:
    return lambda text, evidence: repairer


def _when(needed: Callable[[str], bool], repairer: Repairer) -> Made:
    return lambda text, evidence: repairer if needed(text) else None


def _rejoin_halves(text: str, evidence: Evidence) -> Repairer | None:
    needed = evidence.tokenised and not evidence.runs and any(map(text.__contains__, corpus.HALVES))
    return corpus.join_halves if needed else None


def _unwrap(text: str, evidence: Evidence) -> Repairer | None:
    return Unwrapper(text) if evidence.wrapped else None


def _rejoin_words(text: str, evidence: Evidence) -> Repairer | None:
    return corpus.join_subwords if evidence.subwords else None


def _respace(text: str, evidence: Evidence) -> Repairer | None:
    return partial(restore_spacing, evidence=evidence) if evidence.tokenised else None


def show_controls(text: str) -> str:
    """Controls are shown or removed, never obeyed; printable text, nearly all there is, is not looked at again."""
    return text if text.isprintable() else plain_text(text)


FIXES = (
    Fix("character reference", "&", _always(restore_entities)),
    Fix("number of the corpus", "##", _always(corpus.drop_text_number)),
    Fix("words left out", "@ @ @", _always(corpus.mark_left_out)),
    Fix("bracket name", "B-", _always(corpus.name_brackets)),
    Fix("bracket name", "b-", _always(corpus.name_brackets)),
    Fix("escaped slash", "\\/", _always(corpus.unescape_slashes)),
    Fix("backtick quotes", "``", _always(corpus.pair_backticks)),
    Fix("line break", "\n", _unwrap),
    Fix("word pieces", "@@ ", _rejoin_words),
    Fix("halved word", " ", _rejoin_halves),
    Fix("spacing", " ", _respace),
    Fix("control character", "", _always(show_controls)),
)
"""The fixes of ASCII text. References first, since they may hide anything; controls last, after all were resolved."""

WIDE_FIXES = (
    FIXES[0],
    Fix("misread UTF-8", "", _when(has_mojibake, undo_mojibake)),
    Fix("hidden character", "", _when(hidden.has_debris, hidden.remove_debris)),
    Fix("ligature", "", _when(hidden.has_ligature, hidden.split_ligatures)),
    *FIXES[1:],
)
"""The fixes of text with other characters too."""


def choose_fixes(text: str, evidence: Evidence) -> list[tuple[str, Repairer]]:
    """The fixes that this text calls for, by name."""
    chosen = []
    for name, sign, make in FIXES if text.isascii() else WIDE_FIXES:
        if sign in text and (repairer := make(text, evidence)) is not None:
            chosen.append((name, repairer))
    return chosen
