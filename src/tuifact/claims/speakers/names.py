"""Names: how a speaker can be named, and the name that a run of capitals holds once titles are taken off."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from tuifact.claims.speakers import vocabulary as words
from tuifact.claims.speakers.tokens import QUOTE, Token


class Sort(Enum):
    """How a speaker is named."""

    NAME = "name"
    PRONOUN = "pronoun"
    HANDLE = "handle"
    DESCRIPTION = "description"


class Mention(NamedTuple):
    """A speaker as the sentence names him."""

    text: str
    """A name without titles, a pronoun in lower case, a handle with its `@`, or a description without its article."""
    sort: Sort
    role: str = ""
    """The title that stood before the name, in lower case (`minister`); empty when none did."""
    definite: bool = False
    """Whether it began with an article: so described, one may stand for somebody named before; so named, no person."""


def name_with_place(head: Sequence[Token]) -> Mention | None:
    """The name a head begins with when an `of` follows it (`Ana Ruiz of The Daily Ledger`), else None."""
    at = next((at for at, token in enumerate(head) if token.lower in ("of", "for")), 0)
    start = run_start(head, at)
    if at - start < 2 or (start and head[0].lower in words.DETERMINERS and not words.is_title(head[start - 1].lower)):
        return None
    mention = _named(head[start:at], head[start - 1].lower if start else "")
    return mention if mention and looks_like_person(mention.text) else None


def name_at_end(head: Sequence[Token]) -> Mention | None:
    """The name that a head ends with (`former minister Ana Ruiz`), else None."""
    start = run_start(head, len(head))
    run = head[start:]
    if not run:
        return None
    if start and head[0].lower in ("a", "an"):
        return None
    before = head[start - 1].lower if start else ""
    if before in ("of", "for", "to"):
        return _after_office(head[: start - 1], run)
    if before == "the" and start > 2 and head[start - 2].lower in ("of", "for", "to"):
        return _after_office(head[: start - 2], run)
    if before == "and" or (before in words.DETERMINERS and before not in ("the",)):
        return None
    named = _named(run, before if words.is_title(before) else "")
    if named and not named.role and start and head[0].lower in words.DETERMINERS:
        return named._replace(definite=True)
    return named


def run_start(tokens: Sequence[Token], end: int) -> int:
    """Where the run of capitalised words that ends at `end` begins; particles and initials' stops belong to it."""
    at = end
    for place in range(end - 1, -1, -1):
        token = tokens[place]
        if place + 1 < end and token.lower.endswith(("'s", "’s")):
            break
        if token.is_capital or (
            token.text[0].isdigit() and place + 1 == end and place and tokens[place - 1].is_capital
        ):
            if place == 0 and token.lower in words.LEADING and token.lower not in words.PARTICLES and end - place > 1:
                break
            at = place
        elif token.lower in words.PARTICLES or token.text in (".", "&"):
            continue
        else:
            break
    return at


def _after_office(office: Sequence[Token], run: Sequence[Token]) -> Mention | None:
    """`Minister of Education Ana Ruiz`, `Bank of Exland Governor Bo Li`; a run that only ends the office is no name."""
    named = _named(run, "")
    if named and named.role:
        return named
    if len(run) >= 3 and office and words.is_title(office[0].lower) and run[-1].lower not in words.BODIES:
        return Mention(joined(run[-2:]), Sort.NAME, office[-1].lower)
    office = office[1:] if office and office[0].lower == "the" else office
    if office and all(token.is_capital for token in office) and not words.is_title(office[-1].lower):
        return Mention(joined([*office, Token("of", "of"), *run]), Sort.NAME)
    return None


def _named(run: Sequence[Token], role: str) -> Mention | None:
    """The name in a run of capitals, from its last title on."""
    for at in range(len(run) - 1, -1, -1):
        if words.is_title(run[at].lower) and not _is_body(run):
            rest = [token for token in run[at + 1 :] if token.text != "."] or ()
            if not rest:
                return None
            kept = [run[at], *rest] if len(rest) == 1 and run[at].lower in words.CROWNED else rest
            return Mention(joined(kept), Sort.NAME, run[at].lower)
    if run[-1].lower in words.TIMES:
        return None
    return Mention(joined(run), Sort.NAME, role)


def _is_body(run: Sequence[Token]) -> bool:
    """Whether a run of capitals ends as the name of a body does (`Prime Minister's Office`)."""
    return run[-1].lower in words.BODIES


def joined(tokens: Sequence[Token]) -> str:
    """The words as a reader writes them, quotations inside left out."""
    text = " ".join(token.text for token in tokens if token.text != QUOTE)
    return text.replace(" . ", ". ").replace(" .", ".").removesuffix("'s").removesuffix("’s")


def looks_like_person(name: str) -> bool:
    """Whether a name of two to four words can be a person's: no word in it belongs to bodies."""
    parts = name.split()
    return 2 <= len(parts) <= 5 and not any(
        part.isdigit() or part.lower() in words.BODIES or part.lower() in ("of", "for", "and") for part in parts
    )
