"""Verdict labels on one scale of five steps, where the label leaves no doubt.

Fact-checkers use hundreds of labels. `Misleading`, `Missing context`, `Satire`, `Unproven` or `Altered` are no points
on a line from false to true, and a label not listed here is shown as written and ranked nowhere.
"""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum


class Rating(IntEnum):
    """How true a claim was found to be."""

    FALSE = 1
    MOSTLY_FALSE = 2
    MIXED = 3
    MOSTLY_TRUE = 4
    TRUE = 5

    @property
    def words(self) -> str:
        """`mostly false`."""
        return self.name.lower().replace("_", " ")


_LABELS = {
    Rating.FALSE: """
        false|pants on fire|liar liar pants on fire|fake|fake news|wrong|incorrect|inaccurate|untrue|not true|hoax|
        fabricated|totally false|completely false|four pinocchios|falso|falsa|faux|falsch|fals|bulo|onjuist|vals|falskt|
        falsk|falešné|fałsz|yanlış|false claim|fact check false|this is false|the claim is false|false news""",
    Rating.MOSTLY_FALSE: """
        mostly false|mainly false|largely false|barely true|mostly untrue|three pinocchios|mayormente falso|
        plutôt faux|größtenteils falsch|überwiegend falsch|grotendeels onjuist""",
    Rating.MIXED: """
        half true|half false|mixture|mixed|partly true|partially true|partly false|partially false|half truth|
        true and false|two pinocchios|verdad a medias|parcialmente falso|partiellement faux|teilweise falsch|
        teilweise richtig|gedeeltelijk onjuist""",
    Rating.MOSTLY_TRUE: """
        mostly true|mainly true|largely true|mostly correct|mostly accurate|one pinocchio|mayormente cierto|plutôt vrai|
        größtenteils richtig|überwiegend richtig|grotendeels juist""",
    Rating.TRUE: """
        true|correct|accurate|right|verified|confirmed|geppetto checkmark|verdadero|verdadera|cierto|vero|vrai|wahr|
        richtig|juist|waar|verdadeiro|sant|prawda|doğru|correct attribution|fact check true|this is true""",
}

_SIGNS = re.compile(r"[^\w]+")


def _key(label: str) -> str:
    return _SIGNS.sub(" ", unicodedata.normalize("NFKC", label).casefold()).strip()


_BY_LABEL = {_key(label): rating for rating, labels in _LABELS.items() for label in labels.split("|")}


def rate(label: str) -> Rating | None:
    """The step this label stands for; None where that is not certain.

    >>> rate("Pants on Fire!"), rate("MOSTLY-TRUE"), rate("Misleading")
    (<Rating.FALSE: 1>, <Rating.MOSTLY_TRUE: 4>, None)
    """
    return _BY_LABEL.get(_key(label[:80]))
