"""What changed between two versions of a text, word by word.

Words that both versions have once are fixed points (patience diff, Bram Cohen); between two of them the same is done
again with what is left. So the work grows with the length of the text, not with its square.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from tuifact.model.revision import Difference

_TOKEN = re.compile(r"\w+(?:[.,:'’-]\w+)*|\s+|[^\w\s]")
_BORDER = re.compile(r"\n\s*\n")
_SMALL = 40_000
"""Pairs of words from which on two passages without a fixed point are not compared word by word."""

_ENDS = frozenset(".!?…,;:)”’\"'")
"""Marks that belong to the words before them."""

_RUNS = (4, 1)
"""Fixed points are looked for among runs of four words, then among single words."""

Pair = tuple[int, int]
Region = tuple[int, int, int, int]
"""(start, end) in the words of the old version, (start, end) in those of the new."""


def differences(old: str, new: str) -> tuple[Difference, ...]:
    """The passages that make up both versions, in order: the same and removed ones are the old, the same and added
    ones the new, to the character. What was replaced is removed first, then added.

    >>> [(one.kind, one.text) for one in differences("It cost 5 million.", "It cost 50 million.")]
    [('same', 'It cost '), ('removed', '5'), ('added', '50'), ('same', ' million.')]
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    same = list(merge_pairs(match_words(before, after)))
    return tuple(write_passages(before, after, shift_to_ends(before, after, same)))


def paragraphs_of(passages: Iterable[Difference]) -> Iterator[list[tuple[str, str]]]:
    """The text cut where either version has a blank line: (kind, words) of what each part is made of.

    A part may be empty: where a paragraph came or went whole, its border did too.

    >>> [[words for _, words in part] for part in paragraphs_of(differences("One.\\n\\nTwo.", "One.\\n\\n2."))]
    [['One.'], ['Two', '2', '.']]
    """
    part: list[tuple[str, str]] = []
    for passage in passages:
        first, *rest = _BORDER.split(passage.text)
        part += [(passage.kind, first)] if first else []
        for piece in rest:
            yield part
            part = [(passage.kind, piece)] if piece else []
    yield part


def match_words(before: Sequence[str], after: Sequence[str]) -> list[Region]:
    """The regions that are the same in both, in order."""
    same: list[Region] = []
    waiting: list[tuple[Region, int]] = [((0, len(before), 0, len(after)), 0)]
    while waiting:
        region, level = waiting.pop()
        head, region, tail = trim(before, after, region)
        same += [one for one in (head, tail) if one[0] < one[1]]
        start, end, start2, end2 = region
        if start == end or start2 == end2:
            continue
        pairs = fixed_points(before, after, region, _RUNS[level]) if level < len(_RUNS) else []
        if pairs:
            waiting += [(between, level) for between in regions_between(pairs, region)]
            same += [(a, a + 1, b, b + 1) for a, b in pairs]
        elif level < len(_RUNS):
            waiting.append((region, level + 1))
        elif (end - start) * (end2 - start2) <= _SMALL:
            same += compare(before, after, region)
    return sorted(same)


def trim(before: Sequence[str], after: Sequence[str], region: Region) -> tuple[Region, Region, Region]:
    """What is the same at the beginning, what is between, and what is the same at the end."""
    start, end, start2, end2 = region
    first, first2 = start, start2
    while start < end and start2 < end2 and before[start] == after[start2]:
        start, start2 = start + 1, start2 + 1
    last, last2 = end, end2
    while start < end and start2 < end2 and before[end - 1] == after[end2 - 1]:
        end, end2 = end - 1, end2 - 1
    return (first, start, first2, start2), (start, end, start2, end2), (end, last, end2, last2)


def fixed_points(before: Sequence[str], after: Sequence[str], region: Region, run: int) -> list[Pair]:
    """Places of runs of words that stand once in each version, as many as can be in the same order in both."""
    start, end, start2, end2 = region
    ours, theirs = places(before, start, end, run), places(after, start2, end2, run)
    pairs = [(at, there) for key, at in ours.items() if at >= 0 and (there := theirs.get(key, -1)) >= 0]
    return longest_rise(pairs)


def places(words: Sequence[str], start: int, end: int, run: int) -> dict[tuple[str, ...], int]:
    """Where each run of words stands, in order; -1 for one that stands there more than once, or is only space."""
    found: dict[tuple[str, ...], int] = {}
    for at in range(start, end - run + 1):
        key = tuple(words[at : at + run])
        found[key] = -1 if key in found or (run == 1 and not key[0].strip()) else at
    return found


def longest_rise(pairs: Sequence[Pair]) -> list[Pair]:
    """The longest part of the pairs whose second places rise too; their first ones do already."""
    tops: list[int] = []
    ends: list[int] = []
    back: list[int] = []
    for number, (_, there) in enumerate(pairs):
        at = bisect_left(tops, there)
        back.append(ends[at - 1] if at else -1)
        if at == len(tops):
            tops.append(there)
            ends.append(number)
        else:
            tops[at], ends[at] = there, number
    chain: list[Pair] = []
    number = ends[-1] if ends else -1
    while number >= 0:
        chain.append(pairs[number])
        number = back[number]
    return chain[::-1]


def regions_between(pairs: Sequence[Pair], region: Region) -> Iterator[Region]:
    """What lies before, between and behind fixed points."""
    start, end, start2, end2 = region
    for at, there in pairs:
        if start < at and start2 < there:
            yield start, at, start2, there
        start, start2 = at + 1, there + 1
    if start < end and start2 < end2:
        yield start, end, start2, end2


def compare(before: Sequence[str], after: Sequence[str], region: Region) -> Iterator[Region]:
    """The longest common passages of two short regions."""
    start, end, start2, end2 = region
    matcher = SequenceMatcher(None, before[start:end], after[start2:end2], autojunk=False)
    for at, there, size in matcher.get_matching_blocks():
        if size and "".join(before[start + at : start + at + size]).strip():
            yield start + at, start + at + size, start2 + there, start2 + there + size


def merge_pairs(regions: Sequence[Region]) -> Iterator[Region]:
    """Regions that touch in both versions, in one."""
    held: Region | None = None
    for region in regions:
        if held and held[1] == region[0] and held[3] == region[2]:
            held = (held[0], region[1], held[2], region[3])
        else:
            if held:
                yield held
            held = region
    if held:
        yield held


def shift_to_ends(before: Sequence[str], after: Sequence[str], same: Sequence[Region]) -> Iterator[Region]:
    """The same regions, each with the mark that ends its sentence: of `A. B.` without `B` it is ` B.` that was removed,
    not `. B`."""
    held: Region | None = None
    for region in same:
        if held is not None:
            held, region = _shifted(before, after, held, region)
            yield held
        held = region
    if held is not None:
        yield held


def _shifted(before: Sequence[str], after: Sequence[str], first: Region, second: Region) -> tuple[Region, Region]:
    """Two regions with only removed or only added words between, moved towards the end by the marks both ends have."""
    (start, end, start2, end2), (later, last, later2, last2) = first, second
    words, place, there = (before, end, later) if end2 == later2 else (after, end2, later2)
    if (end == later) == (end2 == later2):
        return first, second
    # A region in the middle keeps a word, lest what is removed before and behind it become one.
    least = 0 if (last, last2) == (len(before), len(after)) else 1
    moved = 0
    while later + moved + least < last and words[place + moved] in _ENDS:
        if words[place + moved] != words[there + moved]:
            break
        moved += 1
    return (start, end + moved, start2, end2 + moved), (later + moved, last, later2 + moved, last2)


def write_passages(before: Sequence[str], after: Sequence[str], same: Iterable[Region]) -> Iterator[Difference]:
    """The passages with their places in characters."""
    at = at2 = 0
    word = word2 = 0
    for start, end, start2, end2 in [*same, (len(before), len(before), len(after), len(after))]:
        removed, added, kept = "".join(before[word:start]), "".join(after[word2:start2]), "".join(before[start:end])
        if removed:
            yield Difference("removed", removed, (at, at + len(removed)), (at2, at2))
        at += len(removed)
        if added:
            yield Difference("added", added, (at, at), (at2, at2 + len(added)))
        at2 += len(added)
        if kept:
            yield Difference("same", kept, (at, at + len(kept)), (at2, at2 + len(kept)))
        at, at2, word, word2 = at + len(kept), at2 + len(kept), end, end2
