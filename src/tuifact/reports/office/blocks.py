"""What a document on paper is made of: blocks of runs, in words alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from tuifact.model.plain import plain_text
from tuifact.reports.content.phrases import Phrase, Reference

Kind = Literal["heading", "text", "quote", "item", "table"]

Style = Literal["", "strong", "soft", "code", "warning", "verified", "disputed", "unverified"]
"""How words look; the statuses have colours, and always words beside them."""

Look = Literal["", "label", "lead", "ruling", "facts", "note"]
"""What a paragraph is for."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look alike."""

    text: str
    style: Style = ""
    link: str = ""
    """An address of the web, or a fragment of this document (`#claim-2`)."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, or a table."""

    kind: Kind
    runs: tuple[Run, ...] = ()
    look: Look = ""
    level: int = 0
    """Of a heading, 1 to 6; of an item, how far it is set in."""
    anchor: str = ""
    """What links lead to; empty for most."""
    heads: tuple[str, ...] = ()
    """Of a table."""
    rows: tuple[tuple[tuple[Run, ...], ...], ...] = field(default=())
    shares: tuple[int, ...] = ()
    """How wide the columns are, as parts of the whole."""


def clean(text: str) -> str:
    """Body text that every document can hold: no control character, no half of one, no noncharacter."""
    return _NOT_IN_XML.sub("\ufffd", plain_text(text))


def text(*parts: str | Run, look: Look = "", anchor: str = "") -> Block:
    """A paragraph."""
    return Block("text", runs(parts), look, anchor=anchor)


def item(*parts: str | Run, level: int = 0, anchor: str = "") -> Block:
    """An item of a list."""
    return Block("item", runs(parts), level=level, anchor=anchor)


def quote(words: str, level: int = 0) -> Block:
    """A quotation."""
    return Block("quote", runs([words]), level=level)


def heading(level: int, words: str, anchor: str = "") -> Block:
    """A heading."""
    return Block("heading", runs([" ".join(words.split())]), level=level, anchor=anchor)


def runs(parts: Iterable[str | Run]) -> tuple[Run, ...]:
    """Runs without those that say nothing."""
    made = [part if isinstance(part, Run) else Run(part) for part in parts]
    return tuple(Run(clean(run.text), run.style, run.link) for run in made if run.text)


def spoken(phrase: Phrase, style: Style = "") -> list[Run]:
    """A sentence with its links."""
    return [claim_run(piece, style) if isinstance(piece, Reference) else Run(piece, style) for piece in phrase]


def claim_run(reference: Reference | None, style: Style = "") -> Run:
    """A claim's number, which leads to its section where there is one; a dash for a claim that is gone."""
    if reference is None:
        return Run("–", style)
    return Run(str(reference), style, f"#{reference.anchor}" if reference.anchor else "")


def style_of(status: str) -> Style:
    """The colour of a status."""
    return _COLOURED.get(status, "unverified")


_COLOURED: dict[str, Style] = {"verified": "verified", "disputed": "disputed"}
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
