"""A claim read for what the guards compare: its words in order, its figures, its days, its names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from tuifact.matching.days import Day, find_days
from tuifact.matching.figures import Figure, find_figures
from tuifact.matching.shelf import stem
from tuifact.matching.wording import STOP_WORDS, plain_body

_TOKEN = re.compile(r"[$€£¥]|\d+(?:st|nd|rd|th|s)\b|\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?|%|[.!?;:]")

LONGEST = 120
"""Words of a claim that are compared; a post has some forty."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word, number or sign of a claim."""

    text: str
    """As written."""
    lower: str
    stem: str
    is_content: bool
    """Whether it is a word with a meaning of its own, or a number."""
    place: int
    """Its number in the claim."""
    is_capital: bool
    """Whether it begins with a capital that no beginning of a sentence asks for."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim as the guards see it."""

    words: tuple[Word, ...]
    figures: tuple[Figure, ...]
    days: tuple[Day, ...]
    stems: frozenset[str]
    """Of its content words."""
    counted: frozenset[int]
    """The places of the words that belong to a figure or a day."""
    told: frozenset[str]
    """The stems of the content words that do not."""

    def near(self, start: int, end: int, reach: int = 4) -> frozenset[str]:
        """The stems of the content words around the words from `start` to `end`, `reach` of them to each side."""
        telling = [word for word in self.words if word.is_content and not word.text[0].isdigit()]
        before = [word.stem for word in telling if word.place < start][-reach:]
        return frozenset(before + [word.stem for word in telling if word.place >= end][:reach])

    def overlap(self, other: Statement) -> float:
        """The share of the words of the shorter claim, figures and days apart, that stand in the other."""
        fewer = min(len(self.told), len(other.told))
        return len(self.told & other.told) / fewer if fewer else 0.0


def read_statement(text: str, said: date | None = None) -> Statement:
    """Read a claim; `said` is the day by which `yesterday` is meant."""
    words = tuple(_words(plain_body(text)))[:LONGEST]
    lower = [word.lower for word in words]
    days = find_days([word.text for word in words], said)
    taken = {place for day in days for place in range(day.start, day.end)}
    figures = find_figures(lower, taken)
    counted = frozenset(taken.union(*(range(figure.start, figure.end) for figure in figures)))
    content = [word for word in words if word.is_content]
    stems = frozenset(word.stem for word in content)
    told = frozenset(word.stem for word in content if word.place not in counted)
    return Statement(words, figures, days, stems, counted, told)


def _words(text: str) -> list[Word]:
    found: list[Word] = []
    first = True
    for text_of_word in _TOKEN.findall(text):
        lower = text_of_word.lower().replace("’", "'")
        is_sign = not text_of_word[0].isalnum()
        bare = lower.removesuffix("'s").replace("'", "")
        idle = bare in STOP_WORDS or ("'" in lower and lower.partition("'")[0] in STOP_WORDS)
        content = not is_sign and not idle and (len(bare) > 1 or bare.isdigit())
        found.append(
            Word(text_of_word, lower, stem(bare), content, len(found), text_of_word[0].isupper() and not first)
        )
        first = text_of_word in ".!?:"
    return found
