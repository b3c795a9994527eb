"""Speakers named by a mark alone: `Ruiz: “…”`, `“…” — Ana Ruiz`."""

from __future__ import annotations

from collections.abc import Sequence

from tuifact.claims.speakers import vocabulary as words
from tuifact.claims.speakers.names import Mention
from tuifact.claims.speakers.phrases import mention_in
from tuifact.claims.speakers.tokens import QUOTE, Token

_NO_LABELS = frozenset("report reports update video photo photos live breaking exclusive watch note image".split())


def bylined(tokens: Sequence[Token]) -> Mention | None:
    """A name behind a dash that ends the sentence: `“…” — Ana Ruiz`."""
    for at in range(len(tokens) - 2, max(-1, len(tokens) - 9), -1):
        if tokens[at].text in ("-", "—", "–", "―"):
            if at and tokens[at - 1].text != QUOTE:
                return None
            capital = tokens[at + 1].is_capital or tokens[at + 1].text[0] == "@"
            return mention_in(tokens[at + 1 :]) if capital else None
    return None


def labelled(tokens: Sequence[Token]) -> Mention | None:
    """A name or a title with a colon before a quotation: `Ruiz: “…”`, `Ruiz's lawyer: “…”`."""
    if tokens and tokens[0].lower in _NO_LABELS:
        return None
    for at, token in enumerate(tokens[:7]):
        if token.text == ":" and at and at + 1 < len(tokens) and tokens[at + 1].text == QUOTE:
            named = all(word.is_capital or word.lower in words.PARTICLES or word.text == "." for word in tokens[:at])
            return mention_in(tokens[:at]) if named or words.is_title(tokens[at - 1].lower) else None
    return None
