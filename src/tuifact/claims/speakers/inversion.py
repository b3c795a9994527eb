"""Whether the speaker follows a verb of saying, as in `“…,” said Lee`."""

from __future__ import annotations

from collections.abc import Sequence

from tuifact.claims.speakers import vocabulary as words
from tuifact.claims.speakers.speech import PREPARES, TOLD, clause_inside
from tuifact.claims.speakers.subjects import FAR
from tuifact.claims.speakers.tokens import QUOTE, Token
from tuifact.claims.speakers.verbs import ALSO_NOUNS, VERBS, Sense

_CONTRADICTING = frozenset("denies denied confirms confirmed".split())
"""Of the forms that say, those that take what they are about behind them (`Lee, 42, denies two counts`)."""
_POINTING = frozenset({"this", "that", "these", "those"})
"""Determiners that more often stand for what was said (`…, disclosed this on Monday`)."""
_ABROAD = frozenset("der die das ein eine dem le la les un une el los las una de het den".split())
"""Articles of other languages, before a speaker in lower case."""


def inverts(tokens: Sequence[Token], at: int, sense: Sense) -> bool:
    """Whether the speaker follows the verb: `“…,” said Lee`, `Prices, said the minister, rose`."""
    if at == 0 or at + 1 >= len(tokens) or sense in (Sense.LABEL, Sense.CHARGE) or tokens[at].lower in TOLD:
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    if not (before.text == QUOTE or (before.text == "," and (at > 2 or tokens[at - 2].text == QUOTE))):
        return False
    spoken = before.text == QUOTE or tokens[at - 2].text == QUOTE
    if after.lower in words.PRONOUNS:
        return spoken
    if after.lower in _POINTING or (not spoken and tokens[at].lower in _CONTRADICTING and not after.is_capital):
        return False
    if not spoken and not after.is_capital and _apposed(tokens, at - 1):
        return False
    named = after.is_capital or after.text[0] == "@" or after.lower in words.DETERMINERS or _titled(tokens, at + 1)
    named = named or (sense is Sense.SAY and (after.lower in _ABROAD or _several_at_end(tokens, at + 1)))
    return named and _closes(tokens, at + 1, at_end=not spoken and sense is not Sense.SAY)


def _apposed(tokens: Sequence[Token], close: int) -> bool:
    """Whether only a name or a title stands between the comma at `close` and another: `a trader, Mrs Ibe, said`."""
    at = close
    while at and (tokens[at - 1].is_capital or tokens[at - 1].text == "."):
        at -= 1
    return 1 < at < close and tokens[at - 1].text == "," and tokens[at - 2].is_word


def _several_at_end(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sentence ends with nameless speakers in the plural: `…, say critics.`"""
    last = at + 1 >= len(tokens) or not tokens[at + 1].is_word
    return last and tokens[at].lower.endswith("s") and tokens[at].is_word


def _titled(tokens: Sequence[Token], start: int) -> bool:
    """Whether a title without an article begins at `start`, with a word or two before it (`marine biologist`)."""
    for token in tokens[start : start + 3]:
        if words.is_title(token.lower):
            return True
        if not token.is_word or token.lower in words.PREPOSITIONS or token.lower in words.FINITE:
            return False
    return False


def _closes(tokens: Sequence[Token], start: int, *, at_end: bool) -> bool:
    """Whether the phrase from `start` on is a speaker and not the subject of what he said; or the sentence's last."""
    for token in tokens[start : start + FAR]:
        if not token.is_word and token.text not in (".", "&"):
            return not at_end or token.text != "," or not clause_inside(tokens[start:])
        verbal = token.lower in VERBS and token.lower not in ALSO_NOUNS and not token.is_capital
        if verbal or token.lower in words.FINITE:
            return False
        if token.lower in words.RELATIVES or token.lower in PREPARES:
            return True
    return True
