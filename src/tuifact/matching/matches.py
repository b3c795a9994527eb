"""One search: candidates by their rarest words, put in order, each with its relation and the reason."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from functools import cached_property, partial
from itertools import accumulate

from tuifact.matching.compounds import stems_and_parts
from tuifact.matching.days import posted_on
from tuifact.matching.guards import differences
from tuifact.matching.interface import Encoder, Match
from tuifact.matching.likeness import likenesses, shared_in_words
from tuifact.matching.meaning import WEIGHT, closeness, pack
from tuifact.matching.ranking import Asked, features, points, take_apart
from tuifact.matching.relation import DIFFERS_FROM, relate
from tuifact.matching.shelf import Entry, Shelf, harmless
from tuifact.matching.statement import Statement, read_statement
from tuifact.matching.tray import Tray
from tuifact.matching.wording import LONGEST, words
from tuifact.model.plain import plain_line

DEPTH = 40
"""Candidates that are ranked; with 100 of them the right claim stands first hardly more often."""

DEPTH_BY_MEANING = 100
"""The same with an encoder: it also knows the right claim among those with few of the words."""

_MOST_WORDS = 48
"""Distinct words searched for, the rarest: a post has twenty, and a page must not slow the search down."""

Shelves = Sequence[tuple[Shelf | Tray, Collection[str]]]
"""Where to look; beside each shelf stand the ids that are not to be seen there."""


class Search:
    """A claim asked about, and the matches found for it."""

    def __init__(self, text: str, said: date | None = None, encoder: Encoder | None = None) -> None:
        """`said` is the day of the text the claim stands in; a post that tells its own is of that."""
        self._text = harmless(text)
        self._words = words(self._text)
        self._said = posted_on(self._text[:LONGEST]) or said
        self._vector = pack(encoder.encode([self._text])[0]) if encoder is not None and self._words else b""

    def matches(self, shelves: Shelves, limit: int) -> list[Match]:
        """The best `limit` of these shelves."""
        claims = sum(len(shelf) for shelf, _ in shelves)
        frequency = partial(_frequency, shelves)
        asked = take_apart(stems_and_parts(self._words, frequency), frequency, claims, self._said)
        ranked = self._ranked(asked, _candidates(asked, shelves, DEPTH_BY_MEANING if self._vector else DEPTH))
        if not ranked or limit < 1:
            return []
        scores = accumulate(likenesses(asked, ranked, limit, by_meaning=bool(self._vector)), min)
        return [self._match(entry, asked, score) for (entry, _), score in zip(ranked, scores, strict=False)]

    def _ranked(self, asked: Asked, candidates: Sequence[Entry]) -> list[tuple[Entry, float]]:
        marks = [(entry, points(features(asked, entry)) + self._by_meaning(entry)) for entry in candidates]
        return sorted(marks, key=lambda marked: (-marked[1], marked[0].id))

    def _by_meaning(self, entry: Entry) -> float:
        return WEIGHT * closeness(self._vector, entry.vector) if self._vector else 0.0

    def _match(self, entry: Entry, asked: Asked, score: float) -> Match:
        """The guards look only where their reasons would be shown: reading claims costs more than finding them."""
        found = differences(read_statement(entry.claim, entry.said), self._statement) if score >= DIFFERS_FROM else ()
        relation, why = relate(score, found, shared_in_words(asked, entry), asked.lacking)
        return Match(entry.id, round(score, 4), relation, why, plain_line(entry.claim))

    @cached_property
    def _statement(self) -> Statement:
        return read_statement(self._text, self._said)


def _frequency(shelves: Shelves, stem: str) -> int:
    return sum(shelf.frequency(stem) for shelf, _ in shelves)


def _candidates(asked: Asked, shelves: Shelves, depth: int) -> list[Entry]:
    """What shares a word with the claim asked about; of two alike the one that names its month is preferred."""
    rarest = sorted(asked.weights, key=lambda stem: -asked.weights[stem])[:_MOST_WORDS]
    wanted = list(dict.fromkeys([*rarest, *sorted(asked.month)])) if rarest else []
    found: dict[str, Entry] = {}
    for shelf, hidden in shelves:
        for entry in shelf.find(wanted, depth + min(len(hidden), depth)):
            if entry.id not in hidden and not asked.weights.keys().isdisjoint(f"{entry.stems} {entry.more}".split()):
                found[entry.id] = entry
    return list(found.values())
