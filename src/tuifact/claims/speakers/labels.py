"""Speakers named by a mark alone: `Ruiz: “…”`, `“…” — Ana Ruiz`."""

from __future__ import annotations

from collections.abc import Sequence

from tuifact.claims.speakers import vocabulary as words
from tuifact.claims.speakers.names import Mention
from tuifact.claims.speakers.phrases import mention_in
from tuifact.claims.speakers.tokens import QUOTE, Token, tokenise

_NO_LABELS = frozenset("report reports update video photo photos live breaking exclusive watch note image".split())


_LONGEST = 60
"""Characters within which a label ends."""
_LABEL = 5
"""Tokens of the longest label, its colon among them."""


def turns(paragraphs: Sequence[str]) -> dict[int, Mention]:
    """Who speaks in the paragraphs of an interview that is printed as one: `Ledger: Why?`, `Ana Ruiz: Because …`.

    It is one where two different labels stand before paragraphs, one of them before a question; what is asked or
    answered under a letter (`Q:`) is nobody's by name.
    """
    marked = {at: mention for at, text in enumerate(paragraphs) if (mention := _turn(text))}
    asked = any(paragraphs[at].rstrip().endswith("?") for at in marked)
    return marked if asked and len({mention.text for mention in marked.values()}) > 1 else {}


def _turn(text: str) -> Mention | None:
    """The name with a colon that a paragraph begins with."""
    head, colon, rest = text[:_LONGEST].partition(":")
    if not colon or rest[:1] not in (" ", "") or not rest.strip():
        return None
    label = tokenise(head, ())
    named = all(word.is_capital or word.lower in words.PARTICLES or word.text == "." for word in label)
    if not label or not named or len(label) >= _LABEL or label[0].lower in _NO_LABELS or len(head) == 1:
        return None
    return mention_in(label)


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
