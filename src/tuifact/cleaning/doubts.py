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
    texts = [paragraph.text for paragraph in paragraphs]
    suspect = [i for i, shown in enumerate(texts) if not shown.isascii() or ('"' in shown and shown.count('"') & 1)]
    wide = [texts[i] for i in suspect if not texts[i].isascii()] if suspect else []
    if wide and "@" in text:
        doubts += _tell_lost(wide) if "@@" in text else ()
        doubts += _tell_left_out(wide) if "@ " in text else ()
    if evidence.doubtful:
        what = "a mark that was lost may be a quotation mark, an apostrophe or a dash"
        doubts += _tell_places(what, evidence.doubtful)
    if suspect and (unpaired := find_unpaired(texts, suspect)):
        doubts += _tell_places("a quotation mark has no partner", unpaired)
    if evidence.commands:
        doubts.append(
            f"In {_counted(evidence.commands, 'paragraph')} characters that command a terminal are not obeyed."
        )
    if evidence.hidden:
        doubts.append(f"{_counted(evidence.hidden, 'invisible character')} left out.")
    if wide and (mixed := find_mixed(wide)):
        doubts += _tell_places("a word mixes the letters of two alphabets", mixed)
    return tuple(doubts)


def find_unpaired(texts: Sequence[str], suspect: Sequence[int]) -> list[str]:
    """The first words of suspect paragraphs in which a double quotation mark lacks its partner.

    A quotation that goes on in the next paragraph, which then begins with an opening mark, lacks nothing.
    """
    return [
        " ".join(texts[i].split(None, _OPENING_WORDS)[:_OPENING_WORDS]).lstrip('"“„«')
        for i in suspect
        if _lacks_partner(texts[i], texts[i + 1][:1] if i + 1 < len(texts) else "")
    ]


def find_mixed(texts: Sequence[str]) -> list[str]:
    """Words of two alphabets, as names that only look like the real ones are."""
    found = [word for text in texts if has_any(text, _LOOKALIKES) for word in _MIXED.findall(text)]
    return list(dict.fromkeys([word.strip(".-") for word in found]))


def _lacks_partner(text: str, next_mark: str) -> bool:
    if '"' in text and text.count('"') & 1:
        return next_mark != '"' and not _INCHES.search(text)
    if "„" in text:
        return text.count("„") > text.count("“") + text.count("”")
    for opening, closing in _PAIRS:
        lacking = text.count(opening) - text.count(closing)
        if lacking and not (lacking == 1 and next_mark == opening):
            return opening in text and not (closing == "”" and _INCHES.search(text))
    return False


def _tell_lost(texts: Sequence[str]) -> Iterator[str]:
    if lost := sum([text.count("\ufffd") for text in texts]):
        yield f"{_counted(lost, 'character')} cannot be known, for what stood there was lost: \ufffd."


def _tell_left_out(texts: Sequence[str]) -> Iterator[str]:
    if gaps := sum([text.count("[…]") for text in texts]):
        yield f"The corpus left words out in {_counted(gaps, 'place')}: […]."


def _tell_places(what: str, places: Sequence[str]) -> Iterator[str]:
    named = ", ".join([f"“{place}”" for place in places[:_SHOWN]])
    more = f" and {len(places) - _SHOWN} more" if len(places) > _SHOWN else ""
    yield f"In {_counted(len(places), 'place')} {what}: {named}{more}."


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
