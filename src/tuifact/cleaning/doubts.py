"""What a reader should look at: what was lost, what could be read in two ways, what is hidden or looks like a trick."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tuifact.cleaning.evidence import Evidence, has_any
from tuifact.model.article import Paragraph

_SHOWN = 3
"""Places that a warning names; the rest is counted."""

_OPENING_WORDS = 6
_PAIRS = (("“", "”"), ("«", "»"))
_INCHES = re.compile(r"\d[\"”]")
_LOOKALIKES = tuple("аеорсухіοανρ")
"""Cyrillic and Greek letters that read as Latin ones."""

_MIXED = re.compile(r"[\w.-]*(?:[A-Za-z][\u0391-\u03c9\u0400-\u04ff]|[\u0391-\u03c9\u0400-\u04ff][A-Za-z])[\w.-]*")


def find_doubts(text: str, paragraphs: Sequence[Paragraph], evidence: Evidence) -> tuple[str, ...]:
    """The warnings about a text, one sentence each. `text` is the decoded original."""
    doubts: list[str] = []
    if "@@" in text:
        doubts += _tell_lost(paragraphs)
    if "@ @ @" in text:
        doubts += _tell_left_out(paragraphs)
    doubts += _tell_places("a mark that was lost may be a quotation mark, an apostrophe or a dash", evidence.doubtful)
    doubts += _tell_places("a quotation mark has no partner", find_unpaired(paragraphs))
    if evidence.commands:
        doubts.append(
            f"In {_counted(evidence.commands, 'paragraph')} characters that command a terminal are not obeyed."
        )
    if evidence.hidden:
        doubts.append(f"{_counted(evidence.hidden, 'invisible character')} left out.")
    if not text.isascii() and has_any(text, _LOOKALIKES):
        doubts += _tell_mixed(paragraphs)
    return tuple(doubts)


def find_unpaired(paragraphs: Sequence[Paragraph]) -> list[str]:
    """The first words of paragraphs in which a double quotation mark lacks its partner.

    A quotation that goes on in the next paragraph, which then begins with an opening mark, lacks nothing.
    """
    suspect = [i for i, p in enumerate(paragraphs) if p.text.count('"') & 1 or not p.text.isascii()]
    return [
        " ".join(paragraphs[i].text.split(None, _OPENING_WORDS)[:_OPENING_WORDS]).lstrip('"“„«')
        for i in suspect
        if _lacks_partner(paragraphs[i].text, paragraphs[i + 1].text[:1] if i + 1 < len(paragraphs) else "")
    ]


def _lacks_partner(text: str, next_mark: str) -> bool:
    if text.count('"') & 1:
        return next_mark != '"' and not _INCHES.search(text)
    if "„" in text:
        return text.count("„") > text.count("“") + text.count("”")
    for opening, closing in _PAIRS:
        lacking = text.count(opening) - text.count(closing)
        if lacking and not (lacking == 1 and next_mark == opening):
            return opening in text and not (closing == "”" and _INCHES.search(text))
    return False


def _tell_lost(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    if lost := sum([paragraph.text.count("\ufffd") for paragraph in paragraphs]):
        yield f"{_counted(lost, 'character')} cannot be known, for what stood there was lost: \ufffd."


def _tell_left_out(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    if gaps := sum([paragraph.text.count("[…]") for paragraph in paragraphs]):
        yield f"The corpus left words out in {_counted(gaps, 'place')}: […]."


def _tell_places(what: str, places: Sequence[str]) -> tuple[str, ...]:
    """Nothing without places."""
    if not places:
        return ()
    named = ", ".join([f"“{place}”" for place in places[:_SHOWN]])
    more = f" and {len(places) - _SHOWN} more" if len(places) > _SHOWN else ""
    return (f"In {_counted(len(places), 'place')} {what}: {named}{more}.",)


def _tell_mixed(paragraphs: Sequence[Paragraph]) -> tuple[str, ...]:
    """Words of two alphabets, as names that only look like the real ones are."""
    suspect = [paragraph.text for paragraph in paragraphs if has_any(paragraph.text, _LOOKALIKES)]
    words = dict.fromkeys([word.strip(".-") for text in suspect for word in _MIXED.findall(text)])
    return _tell_places("a word mixes the letters of two alphabets", list(words))


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
