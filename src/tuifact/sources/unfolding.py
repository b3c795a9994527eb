"""From the bytes of a mail, a row, a transcript, a page or a PDF to the text that is read in them.

Apart from receiving, because it is where the work is: it can be done in another process, and done again later from
the bytes that were kept.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import fields, replace
from importlib import import_module
from typing import Protocol, cast

from tuifact.model.original import Given, Original
from tuifact.sources.forms import ATOM, CSV, DOCX, HTML, JSON, MAIL, PDF, POST, RSS, SUBRIP, WEBVTT, XHTML
from tuifact.sources.interface import DEFAULT_LIMIT
from tuifact.sources.rows import parameters_of

_MODULES = {
    MAIL: "mail",
    JSON: "json_lines",
    CSV: "tables",
    POST: "posts",
    RSS: "feeds",
    ATOM: "feeds",
    SUBRIP: "subtitles",
    WEBVTT: "subtitles",
    PDF: "pdf",
    DOCX: "docx",
    HTML: "pages",
    XHTML: "epub",
}
"""By media type, the module of this room whose `unfold_text` reads it."""


class Unfolder(Protocol):
    """What such a module offers."""

    def unfold_text(self, original: Original, parameters: Mapping[str, str], limit: int) -> Original:
        """The original with its text and facts given; raises `Refused` when there is no text to be read in it."""
        ...


def unfold(original: Original, limit: int = DEFAULT_LIMIT) -> Original:
    """The original with `given.text` and the facts in it; as it is when its bytes are a text, or when that was done.

    Pure: the same bytes and media type give the same text. What the source already gave comes before what is found in
    the bytes. `limit` is in bytes, of what comes out of compressed parts. Raises `Refused` when nothing can be read.
    """
    essence, parameters = parameters_of(original.media_type)
    module = _MODULES.get(essence)
    if module is None or original.given.text is not None:
        return original
    unfolder = cast(Unfolder, import_module(f"tuifact.sources.{module}"))
    unfolded = unfolder.unfold_text(original, parameters, limit)
    return replace(unfolded, given=merge(original.given, unfolded.given))


def merge(first: Given, second: Given) -> Given:
    """What either gives, the first before the second; text and media type are the second's."""
    facts = {field.name: getattr(first, field.name) for field in fields(Given)}
    kept = {name: value for name, value in facts.items() if value and name not in ("text", "media_type")}
    return replace(second, **kept) if kept else second


def time_at(original: Original, position: int) -> float | None:
    """The second of a transcript at which the words at `position` (characters of the unfolded text) are said.

    None for a text without time codes.
    """
    times = original.given.times
    return times[max(0, bisect_right(times, (position, float("inf"))) - 1)][1] if times else None
