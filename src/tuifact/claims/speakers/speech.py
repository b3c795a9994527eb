"""Whether a verb reports speech where it stands, judged by what follows it and what was said before it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tuifact.claims.speakers import vocabulary as words
from tuifact.claims.speakers.sayers import appeals, shown_by_papers
from tuifact.claims.speakers.subjects import FAR, LONG_QUOTE, NEAR
from tuifact.claims.speakers.tokens import QUOTE, Token
from tuifact.claims.speakers.verbs import (
    AGENCY,
    ALSO_NOUNS,
    BASES,
    COUNTING,
    NAMING,
    PROCEEDING,
    SPOKEN_OF,
    Sense,
)
from tuifact.claims.vocabulary import PAST

PREPARES = words.PREPOSITIONS | words.TIMES | words.ADVERBS | frozenset({"to", "of", "for", "as", "when", "while"})
_SUBJECTS = frozenset("it he she they there we i you this that these those his her its their".split())
MARKERS = frozenset({"that", "how", "why", "whether", "what", "where"})
_FEELINGS = frozenset(
    "anger belief concern concerns confidence disappointment doubt doubts fear fears frustration hope hopes "
    "optimism outrage regret surprise".split()
)
_VERBAL = words.FINITE | PAST
TOLD = frozenset({"told", "tells"})
"""What follows these is never the speaker."""
_EXPECTING = frozenset("expect expects expected".split())
"""Forms that report with an infinitive behind them."""
_RECKONING = frozenset("expects forecasts predicts".split())
"""Forms that report with a figure behind them (`expects growth of 2 percent`)."""
_CHARGED = frozenset({"of", "on", "for"})
_NUMBERS = frozenset("two three four five six seven eight nine ten dozens several at least more".split())


def reports(tokens: Sequence[Token], at: int, sense: Sense, start: int) -> bool:
    """Whether what stands around a verb makes it report."""
    after = tokens[at + 1 : at + 1 + NEAR]
    if sense is Sense.SAY:
        return bool(after)
    shown = shown_by_papers(tokens, at, start) and any(map(_is_verbal, after[1:]))
    spoken_of = bool(after) and after[0].lower in SPOKEN_OF.get(tokens[at].lower, ())
    if appeals(tokens, at) or shown or spoken_of:
        return True
    adjacent = any(token.text == QUOTE for token in (*after[:2], *tokens[max(0, start - 2) : start]))
    if sense is Sense.TAG or tokens[at].lower in ALSO_NOUNS:
        return adjacent or (sense is not Sense.TAG and bool(after) and _clause_begins(after, sense))
    spoken = adjacent or any(token.text == QUOTE and token.words >= LONG_QUOTE for token in tokens[at : at + 2 * NEAR])
    if sense is Sense.LABEL:
        return _labels(tokens, at, tokens[start - 1].lower == "what" if start else False)
    if sense is Sense.CHARGE:
        return any(token.lower in _CHARGED for token in after[1:])
    counted = tokens[at].lower in COUNTING and bool(after) and _counts(after[0])
    awaited = tokens[at].lower in _EXPECTING and any(token.lower == "to" for token in after[1:])
    awaited = awaited or (tokens[at].lower in _RECKONING and any(token.text[0].isdigit() for token in after))
    return sense is not Sense.APPEAL and (spoken or counted or awaited or clause_follows(after, sense))


def _counts(token: Token) -> bool:
    """Whether a verb's object is a number or something done: `two deaths`, `seeing smoke`."""
    return token.text[0].isdigit() or token.lower in _NUMBERS or token.lower.endswith("ing")


def _labels(tokens: Sequence[Token], at: int, outright: bool) -> bool:
    """Whether a verb that sorts something does so in somebody's words: with a quotation or an `as` behind it.

    `outright` is `what Lee called “a scandal”`; without it a quotation right behind such a verb is only a name.
    """
    after = tokens[at + 1 : at + FAR]
    if not after or (tokens[at].lower in NAMING and after[0].text == QUOTE and not outright):
        return False
    if tokens[at].lower in NAMING and any(token.lower in ("a", "an") for token in after[1 : NEAR // 2]):
        return after[0].lower in words.DETERMINERS - {"a", "an"}  # `branded the plan a gamble`
    return any(token.text == QUOTE for token in after) or any(token.lower == "as" for token in after[: 2 * NEAR])


def clause_follows(after: Sequence[Token], sense: Sense) -> bool:
    """Whether a clause that says what was said follows the verb."""
    if not after:
        return False
    first = after[0].lower
    if _clause_begins(after, sense):
        return True
    marked = any(token.lower == "that" for token in after)
    if sense is Sense.INFORM:
        return marked or any(token.lower == "to" or token.lower in words.FINITE for token in after[1:])
    if sense is Sense.COMMIT and (first == "to" or marked):
        return True
    if first == ",":  # `explains, in a few words, that …`
        return any(mark.text == "," and token.lower == "that" for mark, token in pairwise(after[1:]))
    return marked and (first in PREPARES or first in _FEELINGS)


def _clause_begins(after: Sequence[Token], sense: Sense) -> bool:
    """Whether a clause begins right behind the verb, marked or not."""
    first = after[0].lower
    if first in MARKERS or first == ":":
        return True
    if first in _SUBJECTS and any(_is_verbal(token) for token in after[1:4]):
        return True
    named = after[0].is_capital and len(after) > 3
    return sense is Sense.THINK and after[0].is_word and (named or first[0].isdigit() or clause_inside(after))


def _is_verbal(token: Token) -> bool:
    """Whether a word can be the verb of a clause."""
    return token.lower in _VERBAL or (token.lower.endswith("ed") and not token.is_capital)


def clause_inside(after: Sequence[Token]) -> bool:
    """Whether what follows a verb holds a finite one, and so a clause without `that`."""
    return any(token.lower in words.FINITE for token in after[1:])


def stands_behind(tokens: Sequence[Token], start: int, at: int, sense: Sense) -> bool:
    """Whether subject and verb stand behind what was said: `…, Lee said on Monday.`"""
    spoken = any(token.text == QUOTE for token in tokens[max(0, start - 2) : start])
    start -= start > 1 and tokens[start - 1].lower == "as"  # `…, as Lee said`
    if start == 0 or tokens[start - 1].text not in (",", QUOTE, "—", "–") or not (spoken or start > 2):
        return False
    after_word = at + 1 < len(tokens) and tokens[at + 1].is_word
    noun = tokens[at].lower in ALSO_NOUNS and not _said_by(tokens, start, at)
    if not spoken and (noun or sense is Sense.TAG or tokens[start].lower in words.PREPOSITIONS):
        return False
    if not _ends_speech(tokens, at, sense):
        return False
    if not spoken and tokens[at].lower in PROCEEDING and (after_word or _is_adverbial(tokens[:start])):
        return False
    return spoken or not (_is_adverbial(tokens[:start]) and _has_clause_after(tokens, at))


def _said_by(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Whether a form that is also a noun has a subject: `Reuters reports`, `records show`, `guests hope.`"""
    form = tokens[at].lower
    known = tokens[at - 1].is_capital or tokens[at - 1].lower in words.BODIES
    if (form in AGENCY and known) or shown_by_papers(tokens, at, start):
        return True
    several = any(token.lower.endswith("s") and not token.is_capital for token in tokens[start : min(at, start + 3)])
    ends = at + 1 == len(tokens) or not tokens[at + 1].is_word or tokens[at + 1].lower == "in"
    return several and form in BASES and ends


def _ends_speech(tokens: Sequence[Token], at: int, sense: Sense) -> bool:
    """Whether nothing that was said follows the verb: the end, a place, a time, or the hearer."""
    if at + 1 >= len(tokens):
        return True
    after = tokens[at + 1]
    if not after.is_word or tokens[at].lower in TOLD:
        return after.lower not in MARKERS
    return after.lower in PREPARES and (after.lower != "to" or sense is Sense.SAY)


def _is_adverbial(tokens: Sequence[Token]) -> bool:
    """Whether what stands before a comma only says when or where: `In a statement,`."""
    lead = tokens[0].lower
    return lead in words.PREPOSITIONS or lead in words.TIMES or lead in words.CONJUNCTIONS or len(tokens) < 3


def _has_clause_after(tokens: Sequence[Token], at: int) -> bool:
    """Whether enough follows the verb to be what was said."""
    return len(tokens) - at > NEAR or any(token.text == QUOTE for token in tokens[at:])


def is_bare(tokens: Sequence[Token], start: int, at: int, sense: Sense) -> bool:
    """Whether a short sentence is only an attribution, with no more than a hearer, a place or a time."""
    if start > 1 or len(tokens) > 2 * NEAR or sense not in (Sense.SAY, Sense.INFORM, Sense.TAG):
        return False
    after = tokens[at + 1 :]
    said = any(token.text == QUOTE or token.lower in MARKERS or token.lower in words.FINITE for token in tokens)
    if said or tokens[at].lower in PROCEEDING:
        return False
    told = tokens[at].lower in TOLD
    return not after or not after[0].is_word or after[0].lower in PREPARES - {"to"} or told
