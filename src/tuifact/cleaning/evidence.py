"""Which conventions a text follows, told from the whole of it: a rule acts only where the text shows its damage."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Generic, TypeVar

from tuifact.cleaning.corpus import TEXT_NUMBER
from tuifact.cleaning.languages import guess_language
from tuifact.cleaning.words import words

_SUBWORD = re.compile(r"@@ (?<=[^\W_]@@ )[^\W_]")
_GLUED_HYPHEN = re.compile(r"-(?<=[A-Za-z]-)[A-Za-z]")
_PREFIXES = words("re co e wi ex post anti non pre al un de mid self")
"""Treebanks that take compounds apart leave a hyphen after these."""

_LONGEST_PREFIX = 6
_HEAD = 20
"""Characters in which the number of a corpus begins, if a text has one."""

_SLICE = 64_000
"""Characters of a long text's beginning, middle and end that speak for it."""

_SIGNS = (
    ("@", ("@-@", "@,@", "@.@")),
    ("&", ("& quot ;", "& nbsp ;", "& amp ;", " &apos;s ")),
    ("B-", ("-LRB-", "-LSB-")),
    ("'", (" ' s ", " 's ", " n't ")),
    ("’", (" ’ s ", " ’s ", " n’t ")),
    (":", (" : / / ", " :// ")),
)
"""What only tokenisers write, by a part of it that is quickly looked for."""

_RUNS = re.compile(
    r"""[,.?!)](?=["'@&,.”])(?:(?<!\))["”&]|(?<=[,.])'|(?<=[,.?])@@@|(?<= \))[,.])"""  # one set first is found fast
)
"""Marks that stand together: `,"`, `.@@@`, ` ),`."""

_CLOSING_MASKS = (",@@@", ".@@@", "?@@@", "!@@@", "@@@,", "@@@.", "@@@;", "@@@)", "@@@?", "(@@@")


Told = TypeVar("Told")


class _Asked(Generic[Told]):
    """What is looked for when somebody first asks, and kept: `functools.cached_property` without its lock.

    Most texts are a few paragraphs, for which the lock would take longer than the look.
    """

    def __init__(self, look: Callable[[Evidence], Told]) -> None:
        self._look = look
        self._name = look.__name__
        self.__doc__ = look.__doc__

    def __get__(self, evidence: Evidence, owner: type[Evidence]) -> Told:
        told = evidence.__dict__[self._name] = self._look(evidence)
        return told


class Evidence:
    """What a text shows of how it was damaged; each sign is looked for when a rule first asks."""

    def __init__(self, text: str) -> None:
        self._text = text = (text if len(text) <= 3 * _SLICE else _sample(text)).rstrip()
        self.tokenised = self._is_tokenised()
        """Spaces stand around punctuation."""
        self.subwords = "@" in text and "@@@" not in text and bool(_SUBWORD.search(text))
        """Words are cut into pieces that end in `@@`; where `@@@` occurs, `@@` is a lost letter."""
        self.wrapped = False
        """Lines end where a page ended; told from the blocks (see `layout`)."""
        self.doubtful: list[str] = []
        """Places of masks that could as well be another character (see `masks`); noted while they are read."""
        self.hidden = 0
        """Invisible characters that lie about."""
        self.commands = 0
        """Blocks with characters that command a terminal (see `fixes`); counted while they are made harmless."""

    def _is_tokenised(self) -> bool:
        """Whether more commas and stops stand apart from their words than at them, or sure signs are there."""
        text = self._text
        if "##" in text[:_HEAD] and TEXT_NUMBER.match(text):
            return True
        count = text.count
        apart = count(" ,") + count(" .")
        if apart:
            marks = count(",") + count(".")
            if apart < marks:
                apart -= count(" ..")
            if 3 * apart > marks:  # even if all others stood at their words
                return True
        if not apart and not (signs := self._count_signs()):
            return False
        tight = count(", ") + count(". ") + count(".\n")
        if apart:
            tight -= count(" , ") + count(" . ") + count(" .\n")
            if 2 * apart > tight:
                return True
            signs = self._count_signs()
        return 3 * signs > tight

    def _count_signs(self) -> int:
        """How much stands in the text that only tokenisers write."""
        text = self._text
        signs = sum([text.count(sign) for part, signs in _SIGNS if part in text for sign in signs])
        return signs + min(text.count(" ( "), text.count(" )")) if "(" in text else signs

    @_Asked
    def runs(self) -> bool:
        """Marks that stood together stay together (`."`, `),`), so a mark alone had a space beside it."""
        return _RUNS.search(self._text) is not None

    @_Asked
    def hyphens_apart(self) -> bool:
        """Compounds are written `geo - political`: no hyphen joins words, but for prefixes."""
        text = self._text
        if "@-@" in text:
            return False
        if text.count("-") == text.count(" - "):
            return True
        return not any(_ends_in_word(text, match.start()) for match in _GLUED_HYPHEN.finditer(text))

    @_Asked
    def curly(self) -> bool:
        """Masks stand for quotation marks too: some touch the punctuation of a quotation, or no others are there."""
        return "& quot ;" not in self._text or has_any(self._text, _CLOSING_MASKS)

    @_Asked
    def told_language(self) -> str:
        """ISO 639-1; empty when nothing tells."""
        return guess_language(self._text)

    @_Asked
    def language(self) -> str:
        """ISO 639-1; `en` when nothing tells."""
        return self.told_language or "en"

    @_Asked
    def low_quotes(self) -> bool:
        """German quotation: „ and ‚ open, “ and ‘ close."""
        return "„" in self._text or "‚" in self._text

    @_Asked
    def inward(self) -> bool:
        """German print: » opens and « closes."""
        at = self._text.find("»")
        return at >= 0 and not -1 < self._text.find("«") < at


def _sample(text: str) -> str:
    """The beginning, middle and end of a long text."""
    middle = len(text) // 2
    return "\n".join((text[:_SLICE], text[middle : middle + _SLICE], text[-_SLICE:]))


def _ends_in_word(text: str, at: int) -> bool:
    """Whether what stands before the hyphen is a word rather than a prefix."""
    head = text[max(0, at - _LONGEST_PREFIX) : at].lower()
    return not any(head.endswith(prefix) and not head[: -len(prefix)][-1:].isalpha() for prefix in _PREFIXES)


def has_any(text: str, signs: tuple[str, ...]) -> bool:
    """Whether one of the signs occurs; the likeliest should come first."""
    for sign in signs:  # noqa: SIM110 - a generator inside `any` takes three times as long
        if sign in text:
            return True
    return False
