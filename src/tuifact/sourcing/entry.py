"""A source in one line, as it is pasted or typed: its address, then what is known of it, in any order.

    https://records.example/17 Audit report 2020 | Audit office | p. 14 | primary
    Noor Hale, press office | “We never said that.” | refutes | 2026-03-01

Fields stand between tabs or ` | `. What a field is shows in what it looks like: a stance, a grade, a date (ISO), an
address (the archived copy), words in quotation marks, a page or a time code. The rest are title, publisher, quote and
locator in that order; `title: …` says it outright. Without an address the first field is the person who was asked.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

from tuifact.errors import EvidenceError
from tuifact.model import Evidence, Grade, Stance
from tuifact.model.plain import plain_line, plain_text
from tuifact.sourcing.addresses import check_address

SEPARATOR = " | "

LONGEST = {"quote": 20_000, "title": 1000, "publisher": 1000, "locator": 1000}
"""Characters of each text; more is a whole document, which belongs into a snapshot."""

_IN_ORDER = ("title", "publisher", "quote", "locator")
_NAMED = re.compile(
    r"(title|publisher|person|quote|locator|stance|grade|archive|seen|url)\s?[:=]\s?(?=\S)", re.IGNORECASE
)
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_LIKE_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]{0,20}:/|www\.)\S", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LOCATOR = re.compile(
    r"(?:(?:p|pp|pg|page|pages|para|paragraph|par|line|lines|table|figure|fig|chapter|section|annex|min|slide)\.?\s?\d"
    r"|§\s?\d|\d{1,3}:\d{2}(?::\d{2})?$)",
    re.IGNORECASE,
)
_QUOTED = {"“": "”", "„": "“”", "«": "»", "»": "«", '"': '"', "‘": "’"}
_SIGNS = {"+": Stance.SUPPORTS, "-": Stance.REFUTES, "−": Stance.REFUTES, "·": Stance.CONTEXT}


def parse_evidence(line: str) -> Evidence:
    """The source in this line, made harmless and checked.

    Raises `EvidenceError` when nothing is in it, when its address is none, or when a field has no place.

    >>> parse_evidence("https://records.example/17 Audit report | p. 14 | primary").locator
    'p. 14'
    """
    fields = [plain_line(field).strip(" |") for field in line.replace("\t", SEPARATOR).split(SEPARATOR)]
    first, *rest = fields
    known: dict[str, Any] = {}
    address, _, title = first.partition(" ")
    if _ADDRESS.match(address) or (_LIKE_ADDRESS.match(address) and not _NAMED.match(first)):
        # As people write it: `https://records.example/17, Audit report`.
        known["url"] = check_address(address.rstrip(",;") if title.strip() else address)
        rest.insert(0, title.strip())
    elif first and not _NAMED.match(first):
        rest.insert(0, f"person: {first}")
    else:
        rest.insert(0, first)
    placed = [_place(field, known) for field in filter(None, rest)]
    if "person" in placed:
        known.setdefault("grade", Grade.PERSON)
    return checked(Evidence(**known))


def evidence_line(evidence: Evidence) -> str:
    """The line from which `parse_evidence` makes this source again, without its snapshot and who entered it.

    A tab or ` | ` within a text cannot be told from one between fields, and is written as `/`.
    """
    texts = {"url": evidence.url, "title": evidence.title, "publisher": evidence.publisher, "quote": evidence.quote}
    texts |= {"locator": evidence.locator, "archive": evidence.archive}
    texts |= {"stance": evidence.stance.value, "grade": evidence.grade.value}
    texts |= {"seen": evidence.seen.isoformat() if evidence.seen else ""}
    lines = {name: " ".join(text.replace(" | ", " / ").split()) for name, text in texts.items()}
    return SEPARATOR.join(text if name == "url" else f"{name}: {text}" for name, text in lines.items() if text)


def checked(evidence: Evidence) -> Evidence:
    """The evidence as it may be kept: harmless texts, addresses that are some.

    Raises `EvidenceError` naming what is wrong: an address, a text that is too long, or that nothing is named at all.
    """
    texts = {name: plain_line(getattr(evidence, name)).strip() for name in ("title", "publisher", "locator")}
    texts["quote"] = plain_text(evidence.quote).strip()
    for name, text in texts.items():
        if len(text) > LONGEST[name]:
            raise EvidenceError(
                f"the {name} has {len(text)} characters, {LONGEST[name]} are possible",
                "attach the document and quote what matters",
            )
    url, archive = evidence.url.strip(), evidence.archive.strip()
    if not (url or texts["title"] or texts["publisher"]):
        raise EvidenceError("there is nothing that names the source", "give its address, its title, or who was asked")
    return replace(
        evidence,
        url=check_address(url) if url else "",
        archive=check_address(archive, "the archived copy's address") if archive else "",
        title=texts["title"],
        publisher=texts["publisher"],
        quote=texts["quote"],
        locator=texts["locator"],
    )


def as_day(text: str) -> date:
    """The day of this ISO date. Raises `EvidenceError`."""
    try:
        # Python also reads `20260301` and weeks: people write neither on purpose.
        if _DAY.fullmatch(text.strip()):
            return date.fromisoformat(text.strip())
    except ValueError:
        pass
    raise EvidenceError(f"{plain_line(text[:40])} is no date", "write it as 2026-03-01")


def _place(field: str, known: dict[str, Any]) -> str:
    """Add to what is known what this field says; what it is. Raises `EvidenceError` when there is no place for it."""
    named = _NAMED.match(field)
    if named:
        name, value = named[1].lower(), field[named.end() :].strip()
    else:
        name, value = _recognised(field, known), field
    if named is None and name == "quote":
        value = _unquoted(field)
    known["publisher" if name == "person" else name] = _VALUES[name](value) if name in _VALUES else value
    return name


def _recognised(field: str, known: dict[str, Any]) -> str:
    """What a field is by its looks, else by its turn."""
    word = field.lower()
    by_looks = (
        ("stance", word in _STANCES),
        ("grade", word in _GRADES),
        ("seen", _DAY.fullmatch(field)),
        ("archive", _ADDRESS.match(field) and " " not in field),
        ("quote", len(field) > 2 and _unquoted(field) != field),
        ("locator", _LOCATOR.match(field)),
    )
    for name, fits in by_looks:
        if fits and name not in known:
            return name
    free = next((name for name in _IN_ORDER if name not in known), None)
    if free is None:
        raise EvidenceError(f"“{field[:40]}” has no place", "name the field: `title: …`, `quote: …`, `locator: …`")
    return free


def _unquoted(field: str) -> str:
    """The words between quotation marks; the field itself when it does not stand in any."""
    closing = _QUOTED.get(field[0], "")
    return field[1:-1].strip() if closing and field[-1] in closing and field[1:-1].strip() else field


def _as_stance(word: str) -> Stance:
    if word.lower() not in _STANCES:
        raise EvidenceError(f"{word[:40]} is no stance", f"choose from {', '.join(Stance)}")
    return _STANCES[word.lower()]


def _as_grade(word: str) -> Grade:
    if word.lower() not in _GRADES:
        raise EvidenceError(f"{word[:40]} is no grade", f"choose from {', '.join(Grade)}")
    return _GRADES[word.lower()]


_STANCES = {**{stance.value: stance for stance in Stance}, **_SIGNS}
_GRADES = {grade.value: grade for grade in Grade}
_VALUES = {"stance": _as_stance, "grade": _as_grade, "seen": as_day}
