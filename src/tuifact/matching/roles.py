"""Who did what to whom: the same words with doer and done-to changed places."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from tuifact.matching.statement import Statement, Word

_BE = frozenset("is are was were be been being gets got get".split())
_ALIKE = 0.75
"""Share of the words of both that must be the same for their order to mean anything."""

_MOST = 14
"""Shared words whose order is looked at."""

_Order = dict[str, Word]
"""Shared words by their stem, in reading order."""


def swapped_roles(stored: Statement, asked: Statement) -> Iterator[str]:
    """`roles: landlord … tenants → tenants … landlord`, when the same words stand the other way round.

    In the passive the done-to stands first, so that a change of voice must change the order: both changed, or neither.
    """
    shared = stored.stems & asked.stems
    if len(shared) < 3 or len(shared) < _ALIKE * len(stored.stems | asked.stems):
        return
    mine, theirs = _order(stored, shared), _order(asked, shared)
    # A word that belongs to a figure in one claim alone ("111,000 a year") has a place in the other's order only.
    both = mine.keys() & theirs.keys()
    mine, theirs = ({stem: order[stem] for stem in order if stem in both} for order in (mine, theirs))
    if _voice(stored) == _voice(asked):
        yield from _turned_round(mine, theirs)
    else:
        passive, active, told = (asked, mine, theirs) if _voice(asked) else (stored, theirs, mine)
        yield from _wrong_doer(passive, active, told)


def _turned_round(mine: _Order, theirs: _Order) -> Iterator[str]:
    """Two words on both sides of a deed that changed sides."""
    for one, two in combinations(list(mine)[:_MOST], 2):
        between_mine = {stem for stem in mine if mine[one].place < mine[stem].place < mine[two].place}
        between_theirs = {stem for stem in theirs if theirs[two].place < theirs[stem].place < theirs[one].place}
        if any(not mine[stem].is_capital for stem in between_mine & between_theirs):
            left, right = mine[one].text, mine[two].text
            yield f"roles: {left} … {right} → {right} … {left}"
            return


def _wrong_doer(passive: Statement, active: _Order, told: _Order) -> Iterator[str]:
    """The word after `by`, when it stands behind the done-to in the active claim too."""
    words = passive.words
    by = next((word.place for word in words if word.lower == "by"), 0)
    be = next((word.place for word in words if word.lower in _BE), 0)
    doers = [stem for stem, word in told.items() if by < word.place <= _end_of_name(passive, by + 1)]
    done_to = [stem for stem, word in told.items() if word.place < be]
    if by and be < by and doers and done_to and active[doers[-1]].place > max(active[stem].place for stem in done_to):
        yield f"roles: by {told[doers[-1]].text}, not to {told[doers[-1]].text}"


def _end_of_name(statement: Statement, start: int) -> int:
    """The place of the last word of a name or noun of up to three words that begins here, an article before it or not.

    `the landlord`, `Senator Ruiz`, `police | in Kyoto`
    """
    words = statement.words[start : start + 3]
    content = [word.is_content for word in words]
    first = content.index(True) if True in content else 0
    rest = content[first:]
    return start + first + (rest.index(False) if False in rest else len(rest)) - 1


def _voice(statement: Statement) -> bool:
    """Whether something is done to its subject: a form of `be`, then a participle."""
    words = [word.lower for word in statement.words]
    places = (place for place, word in enumerate(words) if word in _BE)
    return any(_is_participle(after) for place in places for after in words[place + 1 : place + 3])


_IRREGULAR = frozenset(
    "found taken given seen known shown made paid sold told bought brought built caught cut hit held kept led left "
    "lost put read said sent set shot struck sued thrown won written beaten bitten broken chosen done drawn driven "
    "eaten "
    "fed fought forgotten hidden hurt laid let meant met ridden run sought shut spent stolen taught torn worn".split()
)


def _is_participle(word: str) -> bool:
    return word in _IRREGULAR or (word.endswith("ed") and len(word) > 4)


def _order(statement: Statement, shared: frozenset[str]) -> _Order:
    """Each shared word where it first stands; figures do nothing to anybody and are left out."""
    places: _Order = {}
    for word in statement.words:
        if word.is_content and word.stem in shared and word.place not in statement.counted:
            places.setdefault(word.stem, word)
    return places
