"""What a reader should look at: what was lost, what could be read in two ways, what is hidden or looks like a trick."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tuifact.cleaning.evidence import Evidence
from tuifact.cleaning.hidden import count_debris
from tuifact.model.article import Paragraph

_SHOWN = 3
"""Places that a warning names; the rest is counted."""

_OPENING_WORDS = 6
_PAIRS = (("“", "”"), ("«", "»"))
_INCHES = re.compile(r"\d[\"”]")
_LOOKALIKES = "аеорсухіАВЕКМНОРСТХοανρ"
"""Cyrillic and Greek letters that read as Latin ones."""

_MIXED = re.compile(r"[\w.-]*(?:[A-Za-z][\u0391-\u03c9\u0400-\u04ff]|[\u0391-\u03c9\u0400-\u04ff][A-Za-z])[\w.-]*")


def find_doubts(text: str, paragraphs: Sequence[Paragraph], evidence: Evidence) -> tuple[str, ...]:
    """The warnings about a text, one sentence each. `text` is the decoded original."""
    return (
        *_tell_lost(text, paragraphs),
        *_tell_left_out(text, paragraphs),
        *_tell_places("a mark that was lost may be a quotation mark, an apostrophe or a dash", evidence.doubtful),
        *_tell_places("a quotation mark has no partner", find_unpaired(paragraphs)),
        *_tell_commands(evidence),
        *([] if text.isascii() else [*_tell_hidden(text), *_tell_mixed(paragraphs)]),
    )


def find_unpaired(paragraphs: Sequence[Paragraph]) -> list[str]:
    """The first words of paragraphs in which a double quotation mark lacks its partner.

    A quotation that goes on in the next paragraph, which then begins with an opening mark, lacks nothing.
    """
    return [
        " ".join(paragraph.text.split(None, _OPENING_WORDS)[:_OPENING_WORDS]).lstrip('"“„«')
        for i, paragraph in enumerate(paragraphs)
        if _lacks_partner(paragraph.text, paragraphs[i + 1].text[:1] if i + 1 < len(paragraphs) else "")
    ]


def _lacks_partner(text: str, next_mark: str) -> bool:
    if text.count('"') & 1:
        return next_mark != '"' and not _INCHES.search(text)
    if text.isascii():
        return False
    if "„" in text:
        return text.count("„") > text.count("“") + text.count("”")
    for opening, closing in _PAIRS:
        lacking = text.count(opening) - text.count(closing)
        if lacking and not (lacking == 1 and next_mark == opening):
            return opening in text and not (closing == "”" and _INCHES.search(text))
    return False


def _tell_lost(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    if "@@" in text and (lost := sum([paragraph.text.count("\ufffd") for paragraph in paragraphs])):
        yield f"{_counted(lost, 'character was', 'characters were')} lost and cannot be known: \ufffd."


def _tell_left_out(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    if "@ @ @" in text and (gaps := sum([paragraph.text.count("[…]") for paragraph in paragraphs])):
        yield f"The corpus left words out in {_counted(gaps, 'place', 'places')}: […]."


def _tell_places(what: str, places: Sequence[str]) -> Iterator[str]:
    if places:
        named = ", ".join([f"“{place}”" for place in places[:_SHOWN]])
        more = f" and {len(places) - _SHOWN} more" if len(places) > _SHOWN else ""
        yield f"In {_counted(len(places), 'place', 'places')} {what}: {named}{more}."


def _tell_commands(evidence: Evidence) -> Iterator[str]:
    if evidence.commands:
        shown = _counted(evidence.commands, "paragraph", "paragraphs")
        yield f"In {shown} characters that command a terminal are shown or left out."


def _tell_hidden(text: str) -> Iterator[str]:
    if count := count_debris(text):
        yield f"{_counted(count, 'invisible character was', 'invisible characters were')} removed."


def _tell_mixed(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """Words of two alphabets, as names that only look like the real ones are."""
    suspect = [p.text for p in paragraphs if not p.text.isascii() and any(map(p.text.__contains__, _LOOKALIKES))]
    words = list(dict.fromkeys([word for text in suspect for word in _MIXED.findall(text)]))
    yield from _tell_places("a word mixes the letters of two alphabets", [word.strip(".-") for word in words])


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
