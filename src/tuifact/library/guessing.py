"""Which id is meant: the one that begins like this; and which may have been, a slip of the hand from it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from tuifact.errors import NotFound
from tuifact.library.identity import LENGTH
from tuifact.library.session import HINTS, not_found

DIGITS = "0123456789abcdef"

MOST_LOOKED_AT = 200_000
"""Ids among which the beginning of one is still looked for with a slip in it: a tenth of a second."""

NAMED = 3
"""Guesses that are told: who needs more had better look at the list."""


SHORTEST = 4
"""Fewer digits than this are no prefix: they would name something else tomorrow."""


def resolve(numbers: Collection[str], prefix: str, noun: str) -> str:
    """The id that begins like this, of those that TinyDB has in decimal digits. Raises `NotFound`, naming candidates
    where there are."""
    wanted = prefix.strip().lower()
    if len(wanted) < SHORTEST and wanted.isalnum():
        raise NotFound(f"{prefix} is too short for {_a(noun)}: {SHORTEST} digits or more", HINTS[noun])
    found = beginning(numbers, wanted) if wanted else []
    if not found:
        raise not_found(prefix, noun, nearest(numbers, wanted))
    if len(found) > 1:
        named = ", ".join(found[:3]) + (" …" if len(found) > 3 else "")
        raise NotFound(f"{prefix} is the beginning of {len(found)} {noun}s: {named}", "give more digits", tuple(found))
    return found[0]


def is_id(numbers: Collection[str], prefix: str) -> bool:
    """Whether exactly one id begins like this, and enough of it is there to name it."""
    wanted = prefix.strip().lower()
    return len(wanted) >= SHORTEST and len(beginning(numbers, wanted)) == 1


def _a(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def beginning(numbers: Collection[str], prefix: str) -> list[str]:
    """The ids that begin like this, smallest first; `numbers` are the ids as TinyDB has them, in decimal digits.

    >>> beginning(["3"], "00000000000")
    ['000000000003']
    """
    if len(prefix) > LENGTH or not set(prefix) <= set(DIGITS):
        return []
    first = int(prefix or "0", 16) << 4 * (LENGTH - len(prefix))
    if len(prefix) == LENGTH:
        return [prefix] if str(first) in numbers else []
    beyond = first + (1 << 4 * (LENGTH - len(prefix)))
    return [f"{number:012x}" for number in sorted(number for number in map(int, numbers) if first <= number < beyond)]


def nearest(numbers: Collection[str], wanted: str) -> list[str]:
    """A few ids that would be this one with a digit changed, added or left out, or two neighbours exchanged."""
    wanted = wanted.strip().lower()
    slips = {slip for slip in _slips(wanted) if set(slip) <= set(DIGITS)}
    whole = [
        f"{number:012x}"
        for number in (int(slip, 16) for slip in slips if len(slip) == LENGTH)
        if str(number) in numbers
    ]
    if whole or len(wanted) >= LENGTH or len(numbers) > MOST_LOOKED_AT:
        return sorted(whole)[:NAMED]
    begun = (f"{int(number):012x}" for number in numbers)
    return sorted(id_ for id_ in begun if id_[: len(wanted)] in slips)[:NAMED]


def _slips(word: str) -> Iterator[str]:
    if len(word) > LENGTH + 1:
        return
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        yield from (before + digit + after for digit in DIGITS)
        if after:
            yield before + after[1:]
            yield from (before + digit + after[1:] for digit in DIGITS)
            yield before + after[1:2] + after[0] + after[2:]
