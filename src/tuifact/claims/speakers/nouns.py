"""What nouns say of who speaks: `Lee's message to them: “…”`, `in Lee's view`, `Lee is of the opinion that …`."""

from __future__ import annotations

from collections.abc import Sequence

from tuifact.claims.speakers import vocabulary as words
from tuifact.claims.speakers.names import Mention, Sort
from tuifact.claims.speakers.phrases import mention_in
from tuifact.claims.speakers.subjects import NEAR, subject_before
from tuifact.claims.speakers.tokens import QUOTE, Token

SPOKEN = frozenset(
    "advice answer appeal argument assessment assumption belief claim comment complaint conclusion conviction demand "
    "estimate explanation fear guess hope hunch impression judgement judgment message opinion plea point position "
    "prediction promise question reaction reasoning remark reply response statement suspicion theory verdict view "
    "warning wish words".split()
)
"""Nouns for what somebody says or thinks."""

_INSIDE = frozenset("account assessment estimation eyes judgement judgment opinion reading telling view words".split())
"""Those that stand with `in` before what is said (`in Lee's view`)."""
_HELD = frozenset("assumption belief conviction hope impression opinion position view".split())
"""Those that somebody is of, takes or shares, with a clause behind them."""
_HOLDING = frozenset(
    "defend defended defends express expressed expresses hold holds held share shared shares take takes taken took "
    "voice voiced voices".split()
)
_OWNERS = {"his": "he", "her": "she", "their": "they", "its": "it"}
_POSSESSIVE = ("'s", "’s", "s'", "s’")

NOUNS = SPOKEN | _INSIDE
"""The nouns at which an attribution is looked for."""


def by_noun(tokens: Sequence[Token], at: int) -> Mention | None:
    """Whose words or thoughts a noun of saying introduces, None when it introduces none."""
    noun = tokens[at].lower
    if noun in _HELD and tokens[at + 1 : at + 2] and tokens[at + 1].lower == "that" and at > 2:
        return _holder(tokens, at)
    owner, start = _owner(tokens, at)
    if owner is None:
        return None
    inside = noun in _INSIDE and start > 0 and tokens[start - 1].lower == "in"
    return owner if inside or (noun in SPOKEN and _introduces(tokens, at)) else None


def _owner(tokens: Sequence[Token], at: int) -> tuple[Mention | None, int]:
    """Whose a noun is and where its phrase begins; one adjective or two may stand between (`her only answer`)."""
    for place in range(at - 1, max(-1, at - 4), -1):
        token = tokens[place]
        if token.lower in _OWNERS:
            return Mention(_OWNERS[token.lower], Sort.PRONOUN), place
        if token.lower.endswith(_POSSESSIVE):
            bare = token.text.rstrip("'’") if token.text[-1] in "'’" else token.text[:-2]
            start = place
            while start and (tokens[start - 1].is_capital or tokens[start - 1].lower in words.DETERMINERS):
                start -= 1
            start += start < place and tokens[start].lower == "in"
            return mention_in([*tokens[start:place], Token(bare, bare.lower())]), start
        if not token.is_word or token.lower in words.PREPOSITIONS or token.lower in words.FINITE:
            break
    return None, at


def _introduces(tokens: Sequence[Token], at: int) -> bool:
    """Whether what was said follows a noun: `…: “…”`, `… was simple: “…”`, `… is that`."""
    for place in range(at + 1, min(len(tokens) - 1, at + NEAR)):
        token, after = tokens[place], tokens[place + 1]
        if token.text == ":":
            return after.text == QUOTE or after.is_capital
        if token.lower in words.BE and token.lower != "being":
            return any(word.lower in ("that", ":") or word.text == QUOTE for word in tokens[place + 1 : place + 4])
        if not token.is_word:
            return False
    return False


def _holder(tokens: Sequence[Token], at: int) -> Mention | None:
    """Who is of an opinion, takes a view or shares a hope: the subject before `is of the opinion that`."""
    if tokens[at - 1].lower not in ("the", "a", "an", "his", "her", "their"):
        return None
    verb = tokens[at - 2].lower
    end = at - 2 if verb in _HOLDING else at - 3 if verb == "of" and tokens[at - 3].lower in words.BE else 0
    while end and (tokens[end - 1].lower in words.AUXILIARIES or tokens[end - 1].lower in words.ADVERBS):
        end -= 1
    denied = end > 0 and (tokens[end - 1].lower in words.NEGATIONS or tokens[end - 1].lower in words.WISHES)
    return subject_before(tokens, end)[0] if end and not denied else None
