"""Tokenised text back to running text: every token that is no plain word has a rule for the gaps around it."""

from __future__ import annotations

from collections.abc import Iterator

from tuifact.cleaning import apostrophes, hyphens, punctuation, signs
from tuifact.cleaning.evidence import Evidence
from tuifact.cleaning.line import Line, Rule
from tuifact.cleaning.masks import mark_mask
from tuifact.cleaning.quotes import pair_quotes
from tuifact.cleaning.words import ELISIONS, SUFFIXES

_LONGEST = 30_000
"""Characters of a block that are walked at once. The parts of a longer one are walked one by one, for a token and what
is known of it take many times the memory of its letters."""


def cut_long(text: str) -> Iterator[tuple[int, int]]:
    """The parts of a text, as (start, end), between blanks: behind a full stop where there is one."""
    start = 0
    while len(text) - start > _LONGEST:
        limit = start + _LONGEST
        stop = text.rfind(" . ", start, limit)
        end = stop + 2 if stop > start else text.rfind(" ", start, limit)
        if end <= start and (end := text.find(" ", limit)) < 0:
            break
        yield start, end
        start = end + 1
    yield start, len(text)


class Respacer:
    """Closes the gaps that a tokeniser opened, for all blocks of one text."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence

    def __call__(self, text: str) -> str:
        """The block as running text."""
        if len(text) > _LONGEST:
            return " ".join([self.walk(text[start:end]).text() for start, end in cut_long(text)])
        return self.walk(text).text()

    def walk(self, text: str) -> Line:
        """One walk over the tokens of the block, then the quotation marks together."""
        tokens = text.split()
        tokens.append("")
        line = Line(tokens, self._evidence)
        pieces = line.pieces
        for i, token in enumerate(tokens):
            if token.isalnum():
                continue
            at = 2 * i + 1
            if token == "," and tokens[i + 1].isalpha():
                pieces[at - 1] = ""  # the commonest of all, for which no rule need be called
            elif (rule := RULES[token]) is not None and at >= line.settled:
                rule(line, at)
        if line.marks:
            pair_quotes(line)
        return line


TABLE: dict[str, Rule] = {
    **dict.fromkeys([")", "]", "}", "”"], punctuation.close),
    **dict.fromkeys([";", "!", "?"], punctuation.close_tall),
    **dict.fromkeys(["%", "‰"], punctuation.percent),
    **dict.fromkeys(["(", "[", "{", "„", "‚", "¿", "¡"], punctuation.open_),
    **dict.fromkeys(["«", "»", "‹", "›"], punctuation.guillemet),
    **dict.fromkeys(["“", "‘"], punctuation.high_quote),
    **dict.fromkeys(["/", "_"], punctuation.join),
    **dict.fromkeys(["@-@", "@–@", "@/@", "@,@", "@.@", "@:@"], punctuation.joiner),
    **dict.fromkeys(["...", "…"], punctuation.ellipsis),
    ",": punctuation.comma,
    ":": punctuation.colon,
    ".": punctuation.stop,
    "-": hyphens.hyphen,
    "–": hyphens.en_dash,
    **dict.fromkeys(["—", "--"], hyphens.em_dash),
    "’": apostrophes.apostrophe,
    '"': apostrophes.mark_quote,
    "'": apostrophes.mark_single,
    **dict.fromkeys(SUFFIXES, apostrophes.suffix),
    "#": signs.hashtag,
    "@": signs.at_sign,
    "&": signs.ampersand,
    "+": signs.plus,
    "°": signs.degree,
    **dict.fromkeys(signs.CURRENCIES, signs.currency),
}
"""The tokens whose rule does not depend on how they are made."""

_CACHE_LIMIT = 20_000


class _Rules(dict[str, "Rule | None"]):
    """The rule of each token seen so far. Bounded, and the same for all texts, so it never shows."""

    def __missing__(self, token: str) -> Rule | None:
        rule = find_rule(token)
        if len(self) >= _CACHE_LIMIT:
            self.clear()
            self.update(TABLE)
        if len(token) <= 20:
            self[token] = rule
        return rule


def find_rule(token: str) -> Rule | None:
    """The rule of a token that is not in the table: a mask, a run of marks, a part of a name; None for words."""
    if "@@" in token:
        return mark_mask
    if not token or token[0].isalnum():
        return apostrophes.elision if token[-1:] in ("'", "’") and token[:-1].lower() in ELISIONS else None
    if token[0] in "'’" and token[1:2].isalpha():
        return apostrophes.name_part
    return None if any(map(str.isalnum, token)) else punctuation.run


RULES = _Rules(TABLE)
