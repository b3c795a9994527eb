"""What makes a sentence worth a check, in rules a person can read: each has a name, a weight and a reason.

The weights are in logits and were set by hand. A logistic regression on the ClaimBuster sentences was in view; where
debates and news part, news was followed: a debater's promise is talk while an announced plan can be checked, a long
sentence of a reporter holds more than one assertion, and what has no verb is the caption of a picture. Rules without
`english` look at figures, signs, capitals and marks only, and speak for every language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tuifact.claims.signs import (
    FEW_WORDS,
    allegation,
    announced_act,
    credit,
    date_line,
    first_person,
    opinion,
    own_act,
    past,
    provision,
    question,
    short,
    superlative,
    unfinished,
    verbless,
)
from tuifact.claims.vocabulary import (
    ADDRESSING,
    CAUSES,
    COMPARISONS,
    CURRENCIES,
    DATES,
    DISCLOSING,
    FUNCTION_WORDS,
    GREETINGS,
    HEDGES,
    LARGE,
    LOFTY,
    NEGATIONS,
    NUMERALS,
    OTHERS,
    OURSELVES,
    PERCENT,
    PERFECT,
    PREDICTIONS,
    PUBLIC_ACTS,
    QUANTITIES,
    REPORTING,
    SOURCES,
    WRONGDOING,
)
from tuifact.claims.words import SHAPES, YEAR, Words

BIAS = -2.6
"""Logits of a sentence of no words to which no rule applies."""
PER_WORD = 0.03
"""Logits for each word up to `ENOUGH_WORDS`."""
ENOUGH_WORDS = 30
"""Words after which a sentence is not worth more for being longer."""
OTHER_LANGUAGE = -0.4
"""Logits of a sentence in another language: with no rule left to speak against it, a name alone is not enough."""
LATIN = "\u024f"
"""The last of the Latin letters; words that begin beyond it are of another script."""
SOME_NAMES = 2
"""More words with a capital than these are several names, or a long one."""


class Rule:
    """One thing to look for in a sentence: any of some tokens, or a look at the whole.

    `reason` is in words a person reads, and rules may share one; `weight` is in logits, above zero for a check and
    below against one; `english` says whether the rule only makes sense in English.
    """

    __slots__ = ("_look", "english", "reason", "weight")

    def __init__(
        self, reason: str, weight: float, look: frozenset[str] | Callable[[Words], bool], *, english: bool = True
    ) -> None:
        self.reason = reason
        self.weight = weight
        self.english = english
        self._look = look

    def holds(self, words: Words) -> bool:
        """Whether the sentence has what the rule looks for."""
        look = self._look
        return not look.isdisjoint(words.seen) if isinstance(look, frozenset) else look(words)


RULES = (
    Rule("percentage", 1.6, PERCENT, english=False),
    Rule("number", 1.2, SHAPES, english=False),
    Rule("past event", 0.8, past),
    Rule("number", 0.7, NUMERALS),
    Rule("public act", 0.7, PUBLIC_ACTS),
    Rule("money", 0.6, CURRENCIES, english=False),
    Rule("named source", 0.6, SOURCES),
    Rule("allegation", 0.6, allegation),
    Rule("names", 0.6, lambda words: words.names > 0, english=False),
    Rule("large number", 0.5, LARGE),
    Rule("disclosure", 0.5, DISCLOSING),
    Rule("wrongdoing or secret", 0.5, WRONGDOING),
    Rule("own act", 0.5, own_act),
    Rule("names", 0.4, lambda words: words.names > SOME_NAMES),
    Rule("comparison", 0.4, COMPARISONS),
    Rule("superlative", 0.4, superlative),
    Rule("announced act", 0.4, announced_act),
    Rule("terms of a policy", 0.4, provision),
    Rule("several figures", 0.3, lambda words: sum(token in SHAPES for token in words.folded) > 1, english=False),
    Rule("reported speech", 0.3, REPORTING),
    Rule("cause", 0.3, CAUSES),
    Rule("date", 0.3, DATES),
    Rule("quantity", 0.15, QUANTITIES),
    Rule("state of affairs", 0.1, PERFECT),
    Rule("about others", 0.1, OTHERS),
    Rule("year", -0.1, frozenset({YEAR}), english=False),
    Rule("speaking for a group", -0.25, OURSELVES),
    Rule("negation", -0.25, NEGATIONS),
    Rule("prediction", -0.3, PREDICTIONS),
    Rule("address", -0.35, ADDRESSING),
    Rule("fragment", -0.4, short),
    Rule("lofty words", -0.5, LOFTY),
    Rule("hedge", -0.7, HEDGES),
    Rule("no full sentence", -0.7, unfinished, english=False),
    Rule("opinion", -0.8, opinion),
    Rule("first person", -0.8, first_person),
    Rule("greeting", -0.9, GREETINGS),
    Rule("no verb", -1.0, verbless),
    Rule("question", -2.0, question, english=False),
    Rule("date line", -4.0, date_line, english=False),
    Rule("credit", -4.0, credit),
)
"""Strongest for, first; strongest against, last. Reasons are given in this order."""


def rules_that_hold(words: Words) -> list[Rule]:
    """The rules that apply to a sentence, in the order of the table."""
    english = is_english(words)
    return [rule for rule in RULES if (english or not rule.english) and rule.holds(words)]


def reasons_of(holding: Iterable[Rule]) -> tuple[str, ...]:
    """The reasons of these rules in their order, each once."""
    return tuple(dict.fromkeys(rule.reason for rule in holding))


def score_rules(holding: Iterable[Rule], words: Words) -> float:
    """What these rules say of the sentence together, in logits."""
    length = PER_WORD * min(len(words.spoken), ENOUGH_WORDS)
    language = 0 if is_english(words) else OTHER_LANGUAGE
    return BIAS + language + length + sum(rule.weight for rule in holding)


def is_english(words: Words) -> bool:
    """Whether the rules and weights for English apply; the benefit of the doubt goes to short sentences."""
    spoken = words.spoken
    if spoken and all(word[0] > LATIN for word in spoken):
        return False
    return len(spoken) < FEW_WORDS or 16 * sum(word in FUNCTION_WORDS for word in spoken) >= len(spoken)
