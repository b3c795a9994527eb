"""How much a sentence is worth a check: rules that a person can read, and a model of what they leave unsaid."""

from __future__ import annotations

from math import tanh

from tuifact.claims.manner import score_manner
from tuifact.claims.model import own_model
from tuifact.claims.rules import is_english, reasons_of, rules_that_hold, score_rules
from tuifact.claims.words import read_words

CUT = 0.5
"""Logits at which a sentence is worth 0.5: debates are cut best a little higher, speeches a little lower, and both lose
hardly anything here."""
SPREAD = 1.35
"""Logits of rules, weights and manner together that count as one: they say some of it twice."""
RULES_CUT = -1.9
"""The same for the rules alone."""

TELLING = 0.3
"""Logits, either way, from which a rule is named among the reasons; the weaker ones hold for half of all sentences."""


class Assessment:
    """What a sentence is worth to a checker, and why.

    `worth` goes from 0 to 1 and is comparable across articles; 0.5 is the least that is checkable. `reasons` speak for
    a check, the strongest first, `doubts` against one, the strongest last, in words a person reads (`number`,
    `comparison`; `opinion`, `question`).
    """

    __slots__ = ("doubts", "reasons", "worth")

    def __init__(self, worth: float, reasons: tuple[str, ...] = (), doubts: tuple[str, ...] = ()) -> None:
        self.worth = worth
        self.reasons = reasons
        self.doubts = doubts


def worth(sentence: str, *, rules_only: bool = False) -> float:
    """Check-worthiness of one sentence from 0 to 1, without its context; TuifactError when the weights are damaged.

    >>> worth("Rents rose 4.5% in 2015, the city council said.") > worth("Nice to see you all!")
    True
    """
    return assess(sentence, rules_only=rules_only).worth


def assess(sentence: str, *, rules_only: bool = False) -> Assessment:
    """Check-worthiness of one sentence and the reasons for it; `rules_only` does without the trained weights.

    The model speaks for English alone; sentences of other languages are left to the rules in any case.
    """
    words = read_words(sentence)
    if not words.spoken:
        return Assessment(0.0)
    holding = rules_that_hold(words)
    score = score_rules(holding, words)
    if rules_only or not is_english(words):
        score -= RULES_CUT
    else:
        score += own_model().score(words, reasons_of(holding)) + score_manner(words) - CUT
        score /= SPREAD
    reasons = reasons_of(rule for rule in holding if rule.weight >= TELLING)
    doubts = reasons_of(rule for rule in holding if rule.weight <= -TELLING)
    return Assessment((1 + tanh(score / 2)) / 2, reasons, doubts)
