"""A sentence as tokens, each quotation folded into one: what is quoted must not be read as the article's grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

QUOTE = "“”"
"""The text of a token that stands for a quotation."""

_TOKEN = re.compile(
    r"""(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|I|[Ww]e|[Yy]ou|[Tt]hat|[Tt]here)(?=['’]\w)  # `he's` is a subject and a verb
    | @?\w(?:[\w'’.-]*\w)?(?:(?<=s)['’](?=\s\w))?  # `farmers' union`
    | [^\w\s]""",
    re.VERBOSE,
)


class Token(NamedTuple):
    """A word, a mark, or a whole quotation."""

    text: str
    lower: str
    words: int = 1
    """For a quotation, about how many words it holds."""

    @property
    def is_capital(self) -> bool:
        """Whether it is a word that begins with a capital (or an Arabic article before one, `al-Amr`)."""
        text = self.text
        return text[0].isupper() or (text[:3].lower() in ("al-", "el-", "ul-") and text[3:4].isupper())

    @property
    def is_word(self) -> bool:
        """Whether it is a word, not a mark or a quotation."""
        return self.text[0].isalnum() or self.text[0] == "@"


def tokenise(text: str, quoted: Sequence[tuple[int, int]]) -> list[Token]:
    """The tokens of a sentence; `quoted` are the spans of its quotations in order, in characters of `text`."""
    tokens: list[Token] = []
    at = 0
    for start, end in quoted:
        tokens.extend(_plain(text[at:start]))
        tokens.append(Token(QUOTE, QUOTE, 1 + text.count(" ", start, end)))
        at = end
    tokens.extend(_plain(text[at:]))
    return tokens


def _plain(text: str) -> Iterator[Token]:
    """Tokens of text that holds no quotation; a possessive's `'s` stays with its word."""
    for word in _TOKEN.findall(text):
        yield Token(word, word.lower())
