"""Noun phrases: who the subject beside a verb of saying is, with titles, appositions and places taken off."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from tuifact.claims.speakers import vocabulary as words
from tuifact.claims.speakers.tokens import QUOTE, Token

LONGEST = 30
"""Tokens of a phrase that are looked at."""
SHOWN = 9
"""Words of a description that are kept."""

_PARTICIPLES = frozenset("seen made given written sent held known shown taken close".split())
_CLOSE_HEAD = words.CONJUNCTIONS | {"such"}


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


def mention_in(tokens: Sequence[Token]) -> Mention | None:
    """The speaker a noun phrase names; None when the tokens are no noun phrase that can speak.

    The phrase may carry what leads up to it (`But on Tuesday`) and what hangs on it (`of Ohio in an interview`).
    """
    phrase = _without_lead(tokens[-LONGEST:])
    if not phrase or phrase[0].lower in words.RELATIVES or phrase[-1].lower in words.FIRST_PERSON:
        return None
    head = _head(phrase)
    if not head:
        return None
    first = head[0]
    if head[-1].lower in words.PRONOUNS:
        return Mention(head[-1].lower, Sort.PRONOUN)
    if first.text[0] == "@":
        return Mention(first.text, Sort.HANDLE)
    if len(head) == 1 and first.lower in words.LEADING:
        return None
    if first.lower in words.FIRST_PERSON or any(token.lower in words.FINITE for token in head):
        return None
    return _name_with_place(head) or name_at_end(head) or _description(head)


def _name_with_place(head: Sequence[Token]) -> Mention | None:
    """The name a head begins with when an `of` follows it (`Ana Ruiz of The Daily Ledger`), else None."""
    at = next((at for at, token in enumerate(head) if token.lower in ("of", "for")), 0)
    run = head[:at]
    if at < 2 or _run_start(head, at) or any(words.is_title(token.lower) for token in run):
        return None
    name = _joined(run)
    return Mention(name, Sort.NAME) if looks_like_person(name) else None


def _without_lead(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens from where the phrase proper begins: no conjunction, adverb, time, or `In a statement` before it."""
    at = 0
    while at < len(tokens):
        word = tokens[at].lower
        if word in words.CONJUNCTIONS or word in words.ADVERBS or word in words.TIMES or not tokens[at].is_word:
            at += tokens[at].text != QUOTE
            if tokens[at - 1].text == QUOTE or (at < len(tokens) and tokens[at].text == QUOTE):
                break
        elif word in words.PREPOSITIONS or word == "according":
            return _last_noun(tokens[at + 1 :])
        else:
            break
    return tokens[at:]


def _last_noun(tokens: Sequence[Token]) -> Sequence[Token]:
    """What follows an introductory `In a statement`, `On Tuesday`: the last name or the last phrase with an article."""
    if tokens and tokens[-1].is_capital:
        return tokens[_run_start(tokens, len(tokens)) :]
    for at in range(len(tokens) - 1, 0, -1):
        if tokens[at].lower in words.DETERMINERS or tokens[at].lower in words.PRONOUNS:
            return tokens[at:]
    return ()


def _head(tokens: Sequence[Token]) -> Sequence[Token]:
    """The phrase up to its first place, time, relative clause or mark; `of` and `for` stay."""
    for at, token in enumerate(tokens):
        if at and token.lower == "to" and not words.is_title(tokens[at - 1].lower):
            return tokens[:at]
        if at and _hangs_on(token, far=at > 1 and not tokens[at - 1].is_capital):
            return tokens[:at]
        ends = token.lower in words.PREPOSITIONS or token.lower in words.RELATIVES or token.lower in _CLOSE_HEAD
        joined = token.lower in ("and", "&") and at and at + 1 < len(tokens)
        if at and ends and not joined:
            return tokens[:at]
        if not token.is_word and token.text not in (QUOTE, ".", "&"):
            return tokens[:at]
    return tokens


def _hangs_on(token: Token, *, far: bool) -> bool:
    """Whether a word says more of the noun before it (`a letter seen by …`); `far` inside any participle may."""
    ending = token.lower.endswith("ed") and len(token.lower) > 5
    return token.lower in _PARTICIPLES or (far and ending and not token.is_capital)


def name_at_end(head: Sequence[Token]) -> Mention | None:
    """The name that a head ends with (`former minister Ana Ruiz`), else None."""
    start = _run_start(head, len(head))
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


def _run_start(tokens: Sequence[Token], end: int) -> int:
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
        return Mention(_joined(run[-2:]), Sort.NAME, office[-1].lower)
    if office and all(token.is_capital for token in office) and not words.is_title(office[-1].lower):
        return Mention(_joined([*office, Token("of", "of"), *run]), Sort.NAME)
    return None


def _named(run: Sequence[Token], role: str) -> Mention | None:
    """The name in a run of capitals, from its last title on."""
    for at in range(len(run) - 1, -1, -1):
        if words.is_title(run[at].lower) and not _is_body(run):
            rest = [token for token in run[at + 1 :] if token.text != "."] or ()
            if not rest:
                return None
            kept = [run[at], *rest] if len(rest) == 1 and run[at].lower in words.CROWNED else rest
            return Mention(_joined(kept), Sort.NAME, run[at].lower)
    if run[-1].lower in words.TIMES:
        return None
    return Mention(_joined(run), Sort.NAME, role)


def _is_body(run: Sequence[Token]) -> bool:
    """Whether a run of capitals ends as the name of a body does (`Prime Minister's Office`)."""
    return run[-1].lower in words.BODIES


def _description(head: Sequence[Token]) -> Mention | None:
    """A speaker without a name (`a spokesman for the port`), else None."""
    last = head[-1].lower
    again = next((at for at in range(len(head) - 1, 0, -1) if _begins_anew(head, at)), 0)
    if again:
        return _description(head[again:])
    core = [token for token in head if token.lower not in ("the", "a", "an")] or head
    noun = next((head[at - 1] for at, token in enumerate(head) if at and token.lower in ("of", "for")), head[-1])
    if noun.lower in words.NOBODY or not noun.is_word or noun.text[0].isdigit():
        return None
    begins = head[0].lower in words.DETERMINERS or head[0].is_capital or head[0].lower.endswith(("'s", "’s"))
    if not begins and not noun.lower.endswith("s") and noun.lower not in ("police", "people", "staff", "media"):
        return None
    if last in words.DETERMINERS or (last.endswith("ing") and head[0].lower not in words.DETERMINERS):
        return None
    lead = 1 if head[0].lower in ("the", "a", "an") and len(head) > 1 else 0
    shown = head[lead : lead + SHOWN]
    single = len(core) == 1 and head[0].lower == "the"
    return Mention(_joined(shown), Sort.DESCRIPTION, core[-1].lower if single else "", single)


def _begins_anew(head: Sequence[Token], at: int) -> bool:
    """Whether an article inside a head begins the phrase proper (`As a result some residents`)."""
    return head[at].lower in words.DETERMINERS and head[at - 1].lower not in ("of", "for", "to", "the", "all", "other")


def _joined(tokens: Sequence[Token]) -> str:
    """The words as a reader writes them, quotations inside left out."""
    text = " ".join(token.text for token in tokens if token.text != QUOTE)
    return text.replace(" . ", ". ").replace(" .", ".").removesuffix("'s").removesuffix("’s")


def looks_like_person(name: str) -> bool:
    """Whether a name of two to four words can be a person's: no word in it belongs to bodies."""
    parts = name.split()
    return 2 <= len(parts) <= 5 and not any(
        part.isdigit() or part.lower() in words.BODIES or part.lower() in ("of", "for", "and") for part in parts
    )
