"""Words put in the place of others: names, opposites, hedges, and single words in claims otherwise alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from tuifact.matching.negation import is_answer, is_denial
from tuifact.matching.statement import Statement, Word
from tuifact.matching.vocabulary import (
    AMOUNTS,
    HEDGES,
    MEANING,
    ONE_COUNTRY,
    OPPOSITE_PAIRS,
    OPPOSITE_STEMS,
    TELLING,
)

_ALIKE = 0.5
"""Share of the shorter claim's words that must stand in the same order in the other."""

_LONGEST_INITIALS = 6
"""Letters (`UNICEF`)."""

_SHORTEST_BEFORE_POINT = 5
"""Letters of a word behind which a point ends the sentence; `Sen.` and `Gov.` are shorter."""

_VERY_ALIKE = 0.7
"""From here on a single word in the place of another is a change worth naming."""


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the stored claim and those in their place; either may be empty."""

    stored: tuple[Word, ...]
    asked: tuple[Word, ...]


def changed_words(stored: Statement, asked: Statement) -> Iterator[str]:
    """The changes between two claims told mostly in the same words, in words: `name: Portugal → Slovakia`."""
    if not stored.stems or len(stored.stems & asked.stems) < _ALIKE * min(len(stored.stems), len(asked.stems)):
        return
    likeness, changes = _changes(stored, asked)
    if likeness < _ALIKE:
        return
    very = likeness >= _VERY_ALIKE and max(len(stored.stems), len(asked.stems)) <= 2 * len(stored.stems & asked.stems)
    for change in changes:
        reason = _opposite(change) or _other_name(change, stored, asked)
        if not reason and very:
            reason = _denied(change) or _hedge(change) or _other_word(change, stored, asked)
        if reason:
            yield reason


def _changes(stored: Statement, asked: Statement) -> tuple[float, list[Change]]:
    """How alike the two are in order (share of the shorter), and what stands in whose place between like words."""
    mine, theirs = _spoken(stored), _spoken(asked)
    matcher = SequenceMatcher(None, [_sense(word) for word in mine], [_sense(word) for word in theirs], autojunk=False)
    codes = matcher.get_opcodes()
    same = sum(end - start for tag, start, end, _, _ in codes if tag == "equal")
    changes: list[Change] = []
    for place, (tag, start, end, start_asked, end_asked) in enumerate(codes):
        pieces = _begun(stored, mine[start:end]), _begun(asked, theirs[start_asked:end_asked])
        inside = 0 < place < len(codes) - 1 or max(map(len, pieces)) <= 3
        if tag == "equal" or not inside or max(map(len, pieces)) > 4:
            continue
        if not all(pieces) or _is_closed(stored, pieces[0]) == _is_closed(asked, pieces[1]):
            changes.append(Change(*map(tuple, pieces)))
    return same / max(1, min(len(mine), len(theirs))), changes


def _sense(word: Word) -> str:
    """What stands for a word where order is compared: one sign for all that says the same (`rose`, `rise`)."""
    return str(MEANING.get(word.stem, word.stem))


def _begun(statement: Statement, piece: list[Word]) -> list[Word]:
    """What of these words belongs to the sentence that goes on behind them: `this man` of `Breaking: this man`."""
    ends = [place for place, word in enumerate(piece[:-1], 1) if _ends_sentence(statement, word)]
    return piece[ends[-1] :] if ends else piece


def _is_closed(statement: Statement, piece: list[Word]) -> bool:
    """Whether a sentence ends behind these words: `Never forget.` does not stand in the place of what goes on."""
    return piece[-1] is statement.words[-1] or _ends_sentence(statement, piece[-1])


def _ends_sentence(statement: Statement, word: Word) -> bool:
    """Whether a sign behind this word ends its sentence; a point behind a short word may be an abbreviation's."""
    signs = [following.text for following in statement.words[word.place + 1 : word.place + 2]]
    return bool(signs) and (signs[0] in "!?:;" or (signs[0] == "." and len(word.text) >= _SHORTEST_BEFORE_POINT))


def _spoken(statement: Statement) -> list[Word]:
    """The words without signs, figures and days, which have guards of their own, and without answers."""
    return [
        word
        for word in statement.words
        if word.text[0].isalnum() and word.place not in statement.counted and not is_answer(statement.words, word.place)
    ]


def _denied(change: Change) -> str:
    """A bare `not` put in or left out: what goes with it says no more (`rose`, `did not rise`)."""
    before, after = ([word for word in side if is_denial(word.lower)] for side in (change.stored, change.asked))
    if bool(before) == bool(after):
        return ""
    denying, plainly = (change.stored, change.asked) if before else (change.asked, change.stored)
    more = [word for word in denying if word.is_content and not is_denial(word.lower)]
    if not all(any(_akin(word.stem, other.stem) for other in plainly) for word in more):
        return ""
    return f"negation: {before[0].text} → left out" if before else f"negation: {after[0].text} put in"


def _opposite(change: Change) -> str:
    for mine in change.stored:
        for theirs in change.asked:
            if {mine.lower, theirs.lower} in OPPOSITE_PAIRS or {mine.stem, theirs.stem} in OPPOSITE_STEMS:
                return f"opposite: {mine.text} → {theirs.text}"
    return ""


def _hedge(change: Change) -> str:
    """A claim of fact made a possibility or the other way round, or one amount put in the place of another."""
    mine = {HEDGES[word.lower]: word.text for word in change.stored if word.lower in HEDGES}
    theirs = {HEDGES[word.lower]: word.text for word in change.asked if word.lower in HEDGES}
    if ("possible" in mine) != ("possible" in theirs):
        before, after = mine.get("possible") or mine.get("sure"), theirs.get("possible") or theirs.get("sure")
        return f"how sure: {before or 'as a fact'} → {after or 'as a fact'}"
    amounts = mine.keys() & AMOUNTS, theirs.keys() & AMOUNTS
    if all(amounts) and amounts[0] != amounts[1]:
        return f"how much: {mine[min(amounts[0])]} → {theirs[min(amounts[1])]}"
    return ""


def _own(words: tuple[Word, ...], other: Statement) -> list[Word]:
    """The content words among these that the other claim does not have, nor a like form of."""
    return [
        word
        for word in words
        if word.is_content
        and word.stem not in other.stems
        and word.lower not in TELLING
        and not word.text[0].isdigit()
        and not any(_akin(word.stem, stem) for stem in other.stems)
    ]


def _akin(one: str, two: str) -> bool:
    """Whether two stems say the same: they begin alike, as forms and misspellings of one word do, or mean the same."""
    shorter, longer = sorted((one, two), key=len)
    if {one, two} <= ONE_COUNTRY or (one in MEANING and MEANING[one] == MEANING.get(two)):
        return True
    if len(shorter) >= 3 and longer.startswith(shorter[: max(3, len(shorter) - 1)]) and len(longer) - len(shorter) <= 4:
        return True
    return len(shorter) >= 5 and SequenceMatcher(None, one, two).ratio() >= 0.8


def _other_name(change: Change, stored: Statement, asked: Statement) -> str:
    mine, theirs = _own(change.stored, asked), _own(change.asked, stored)
    if not mine or not theirs or len(mine) > 2 or len(theirs) > 2:
        return ""
    if all(_is_name(word) for word in (*mine, *theirs)) and not _short_for(mine, theirs):
        return f"who or what: {_spelled(mine)} → {_spelled(theirs)}"
    return ""


def _other_word(change: Change, stored: Statement, asked: Statement) -> str:
    mine, theirs = _own(change.stored, asked), _own(change.asked, stored)
    if len(mine) == 1 and len(theirs) == 1:
        return f"word: {mine[0].text} → {theirs[0].text}"
    return ""


def _is_name(word: Word) -> bool:
    """Whether it is written like a name; longer words in capitals are shouted (`BREAKING`), short ones initials."""
    is_shouted = word.text.isupper() and len(word.text) > _LONGEST_INITIALS
    return not is_shouted and (word.is_capital or (word.place == 0 and word.text[0].isupper()))


def _short_for(mine: list[Word], theirs: list[Word]) -> bool:
    """Whether one side is the other's initials (`EU`, `European Union`) or the other run together."""
    sides = [[word.text for word in side] for side in (mine, theirs)]
    initials = ["".join(text[0] for text in side) for side in sides]
    return initials[0] in sides[1] or initials[1] in sides[0] or "".join(sides[0]) == "".join(sides[1])


def _spelled(words: list[Word]) -> str:
    return " ".join(word.text for word in words)
