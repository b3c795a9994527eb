"""Noun phrases: who the subject beside a verb of saying is, with titles, appositions and places taken off."""

from __future__ import annotations

from collections.abc import Sequence

from tuifact.claims.speakers import vocabulary as words
from tuifact.claims.speakers.names import Mention, Sort, joined, name_at_end, name_with_place, run_start
from tuifact.claims.speakers.tokens import QUOTE, Token

LONGEST = 30
"""Tokens of a phrase that are looked at."""
SHOWN = 9
"""Words of a description that are kept."""

_PARTICIPLES = frozenset(
    "close compiled filed given held known leaked made obtained provided published released reviewed seen sent shown "
    "submitted taken written".split()
)
_HARDLY_ANY = frozenset("few hardly neither no nobody none".split())
"""What begins a phrase that says who does not speak."""
_FIGURES = frozenset({"figures", "data", "results"})
_ISSUED = frozenset("official government ministry police court company hospital internal leaked provisional".split())
"""Before figures, these say whose they are."""
_CLOSE_HEAD = words.CONJUNCTIONS | {"such"}


def mention_in(tokens: Sequence[Token]) -> Mention | None:
    """The speaker a noun phrase names; None when the tokens are no noun phrase that can speak.

    The phrase may carry what leads up to it (`But on Tuesday`) and what hangs on it (`of Ohio in an interview`).
    """
    phrase = _without_lead(tokens[-LONGEST:])
    if not phrase or phrase[0].lower in words.RELATIVES or phrase[-1].lower in words.FIRST_PERSON:
        return None
    head = _head(phrase)
    while head and head[-1].lower in words.ADVERBS:
        head = head[:-1]
    if not head:
        return None
    first = head[0]
    if first.lower in _HARDLY_ANY:
        return None
    if head[-1].lower in words.PRONOUNS:
        return Mention(head[-1].lower, Sort.PRONOUN)
    if first.text[0] == "@":
        return Mention(first.text, Sort.HANDLE)
    if len(head) == 1 and first.lower in words.LEADING:
        return None
    if first.lower in words.FIRST_PERSON or any(token.lower in words.FINITE for token in head):
        return None
    return name_with_place(head) or name_at_end(head) or _description(head)


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
        return tokens[run_start(tokens, len(tokens)) :]
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


def _description(head: Sequence[Token]) -> Mention | None:
    """A speaker without a name (`a spokesman for the port`), else None."""
    last = head[-1].lower
    again = next((at for at in range(len(head) - 1, 0, -1) if _begins_anew(head, at)), 0)
    if again:
        return _description(head[again:])
    core = [token for token in head if token.lower not in ("the", "a", "an")] or head
    noun = next((head[at - 1] for at, token in enumerate(head) if at and token.lower in ("of", "for")), head[-1])
    issued = noun.lower in _FIGURES and head[0].lower in _ISSUED
    if (noun.lower in words.NOBODY and not issued) or not noun.is_word or noun.text.isdecimal():
        return None
    begins = head[0].lower in words.DETERMINERS or head[0].is_capital or head[0].lower.endswith(("'s", "’s"))
    if not begins and not noun.lower.endswith("s") and noun.lower not in ("police", "people", "staff", "media"):
        return None
    if last in words.DETERMINERS or (last.endswith("ing") and head[0].lower not in words.DETERMINERS):
        return None
    lead = 1 if head[0].lower in ("the", "a", "an") and len(head) > 1 else 0
    shown = head[lead : lead + SHOWN]
    single = len(core) == 1 and head[0].lower == "the"
    return Mention(joined(shown), Sort.DESCRIPTION, core[-1].lower if single else "", single)


def _begins_anew(head: Sequence[Token], at: int) -> bool:
    """Whether an article inside a head begins the phrase proper (`As a result some residents`)."""
    return head[at].lower in words.DETERMINERS and head[at - 1].lower not in ("of", "for", "to", "the", "all", "other")
