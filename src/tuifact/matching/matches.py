"""One search: candidates by their rarest words, put in order, each with its relation and the reason."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from itertools import accumulate

from tuifact.matching.guards import differences
from tuifact.matching.interface import Encoder, Match
from tuifact.matching.likeness import Standing, shared_in_words
from tuifact.matching.meaning import fused, pack
from tuifact.matching.ranking import Asked, features, points, take_apart
from tuifact.matching.relation import relate
from tuifact.matching.shelf import Entry, Shelf, harmless, stems
from tuifact.matching.statement import Statement, read_statement

DEPTH = 40
"""Candidates that are ranked; with 100 the right claim stands first no more often."""

_MOST_WORDS = 48
"""Distinct words searched for, the rarest: a post has twenty, and a page must not slow the search down."""


class Search:
    """A claim asked about, and the matches found for it."""

    def __init__(self, text: str, said: date | None = None, encoder: Encoder | None = None) -> None:
        """`said` is the day of the text the claim stands in."""
        self._text = harmless(text)
        self._stems = stems(self._text)
        self._said = said
        self._vector = pack(encoder.encode([self._text])[0]) if encoder is not None and self._stems else b""

    def matches(self, shelves: Sequence[tuple[Shelf, Collection[str]]], limit: int) -> list[Match]:
        """The best `limit` of these shelves; beside each shelf stand the ids that are not to be seen there."""
        claims = sum(len(shelf) for shelf, _ in shelves)
        asked = take_apart(self._stems, lambda stem: sum(shelf.frequency(stem) for shelf, _ in shelves), claims)
        ranked = self._ranked(asked, _candidates(asked, shelves))
        if not ranked or limit < 1:
            return []
        statement = read_statement(self._text, self._said)
        standing = Standing([mark for _, mark in ranked])
        scores = accumulate((standing.likeness(place) for place in range(min(limit, len(ranked)))), min)
        pairs = zip(ranked, scores, strict=False)
        return [_match(entry, asked, statement, score) for (entry, _), score in pairs]

    def _ranked(self, asked: Asked, candidates: Sequence[Entry]) -> list[tuple[Entry, float]]:
        marks = {entry.id: points(features(asked, entry)) for entry in candidates}
        ordered = sorted(candidates, key=lambda entry: (-marks[entry.id], entry.id))
        if self._vector:
            ordered = fused(ordered, self._vector)
        return [(entry, marks[entry.id]) for entry in ordered]


def _candidates(asked: Asked, shelves: Sequence[tuple[Shelf, Collection[str]]]) -> list[Entry]:
    words = sorted(asked.weights, key=lambda stem: -asked.weights[stem])[:_MOST_WORDS]
    found: dict[str, Entry] = {}
    for shelf, hidden in shelves:
        for entry in shelf.find(words, DEPTH + (len(hidden) if len(hidden) < DEPTH else DEPTH)):
            if entry.id not in hidden:
                found[entry.id] = entry
    return list(found.values())


def _match(entry: Entry, asked: Asked, statement: Statement, score: float) -> Match:
    found = differences(read_statement(entry.claim, entry.said), statement)
    relation, why = relate(score, found, shared_in_words(asked, entry))
    return Match(entry.id, round(score, 4), relation, why, entry.claim)
