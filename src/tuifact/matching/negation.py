"""Negation: what each `not`, `never`, `no` reaches, and whether the other claim says the same without it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tuifact.matching.statement import Statement, Word

_CUES = frozenset(
    "not never no none nobody nothing neither nor without cannot cant wont dont doesnt didnt isnt arent wasnt werent "
    "hasnt havent hadnt wouldnt couldnt shouldnt aint "
    # as scraped pages leave them
    "didn isn aren wasn weren hasn haven hadn wouldn couldn shouldn doesn".split()
)
_CUE_VERBS = frozenset("fail failed fails refuse refused refuses".split())
"""With `to` after them they deny what follows: `failed to repay`."""

_IDLE = frozenset({"only", "just", "less", "fewer", "later", "longer", "more", "matter", "doubt"})
"""After these a cue denies nothing: `no less than`, `not only`. (`no longer` is told by `not` in the other claim.)"""

_SAID_BEFORE = frozenset("i you he she it we they this that these those there".split())
"""Before these `no` is an answer (`he said that no, this was theft`)."""

_REACH = 3
"""Content words after a cue that it may deny."""

_VERY_ALIKE = 0.7
"""From this share of words on, in texts of like length, one shared word after the cue is enough."""

_Denial = tuple[Word, list[Word]]
"""A cue and the words it reaches."""


def is_denial(word: str) -> bool:
    """Whether this lower-case word denies what follows it."""
    return word.replace("'", "") in _CUES or word.endswith("n't")


def is_answer(words: Sequence[Word], place: int) -> bool:
    """Whether the word here is a `no` that stands by itself and denies nothing that follows."""
    after = words[place + 1].lower if place + 1 < len(words) else ""
    return words[place].lower == "no" and bool(after) and (after in ".!?:;" or after in _SAID_BEFORE)


def _is_cue(words: tuple[Word, ...], place: int) -> bool:
    lower = words[place].lower
    after = words[place + 1].lower if place + 1 < len(words) else ""
    if lower in _CUE_VERBS:
        return after == "to"
    if is_answer(words, place):
        return False
    return is_denial(lower) and after not in _IDLE


def _reached(words: tuple[Word, ...], place: int) -> Iterator[Word]:
    """The content words after a cue, up to the end of its sentence."""
    count = 0
    for word in words[place + 1 :]:
        if word.text in (".", "!", "?", ";", ":") or count == _REACH:
            return
        if word.is_content:
            count += 1
            yield word


def denials(statement: Statement) -> list[_Denial]:
    """Each cue with the words it reaches."""
    words = statement.words
    return [(words[place], list(_reached(words, place))) for place in range(len(words)) if _is_cue(words, place)]


def denied_in_one(stored: Statement, asked: Statement) -> Iterator[str]:
    """What one claim denies and the other asserts, in words: `negation: did → not did`.

    A cue counts when the words around it stand in the other claim and no cue reaches them there. A cue there that
    reaches nothing of this claim may say the same in other words (`never repaid`, `has not paid back`).
    """
    mine, theirs = denials(stored), denials(asked)
    yield from (f"negation: {word} → not {word}" for word in _only_here(asked, theirs, mine, stored))
    yield from (f"negation: not {word} → {word}" for word in _only_here(stored, mine, theirs, asked))


def _only_here(here: Statement, cues: list[_Denial], there: list[_Denial], other: Statement) -> Iterator[str]:
    denied_there = {word.stem for _, reached in there for word in reached}
    loose = sum(not {word.stem for word in reached} & here.stems for _, reached in there)
    for cue, reached in cues:
        if not _stands_in(here, cue, reached, other) or {word.stem for word in reached} & denied_there:
            continue
        if loose:
            loose -= 1
            continue
        yield next(word.lower for word in reached if word.stem in other.stems)


def _stands_in(here: Statement, cue: Word, reached: list[Word], other: Statement) -> bool:
    """Whether what the cue denies is said in the other claim: the words after it, and in a longer text those before."""
    after = [word.stem in other.stems for word in reached[:2]]
    before = [word.stem in other.stems for word in here.words[: cue.place] if word.is_content][-2:]
    if here.overlap(other) >= _VERY_ALIKE and len(here.stems) <= 1.5 * len(other.stems):
        return any(after)
    return bool(after) and all(after) and sum(before) + sum(after) >= 3
