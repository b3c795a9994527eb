"""Quotation marks in pairs: the roles of all marks of a line together that are least unlikely."""

from __future__ import annotations

from tuifact.cleaning.line import Line, Mark

OPEN, CLOSE, OPEN_SINGLE, CLOSE_SINGLE, POSSESSIVE, DASH = range(6)

_CLASH = 2.0
"""Cost of opening what is open or closing what is not: as much as clear neighbours say against a role."""

_CROSSED = 1.0
"""Cost of closing a quotation before the one inside it."""

_LEFT_OPEN = (0.0, 1.0, 1.5, 2.5)
"""Cost of what a paragraph leaves open, by state; a quotation may go on in the next paragraph."""

_HOPELESS = 5.0
"""A state that is this much dearer than another cannot win any more."""

_TURNS = (
    ((1, 0.0), (0, _CLASH), (2, 0.0), (0, _CLASH), (0, 0.0), (0, 0.0)),
    ((1, _CLASH), (0, 0.0), (3, 0.0), (1, _CLASH), (1, 0.0), (1, 0.0)),
    ((3, 0.0), (2, _CLASH + _CROSSED), (2, _CLASH), (0, 0.0), (2, 0.0), (2, 0.0)),
    ((3, _CLASH), (2, _CROSSED), (3, _CLASH), (1, 0.0), (3, 0.0), (3, 0.0)),
)
"""By state (bit 1: a double quotation is open, bit 2: a single one) and role: the state after, the extra cost."""

_PARTS = (
    ("“", False, True),
    ("”", True, False),
    ("‘", False, True),
    ("’", True, False),
    ("’", True, False),
    ("—", True, True),
)
"""By role: the character that a mask in it was, whether it joins the token before, and the token behind."""


def pair_quotes(line: Line) -> None:
    """Give each mark of the line its role, close its gap, and turn a masked mark into its character.

    One quotation mark that was lost must not turn all others around: every role has a cost from its neighbours,
    clashing roles cost extra, and the cheapest sequence wins (Viterbi over: is a double, is a single quotation open).
    """
    pieces = line.pieces
    roles = agreeing_roles(line.marks) or cheapest_roles(line.marks)
    for (at, char, _), role in zip(line.marks, roles, strict=True):
        curly, joins_left, joins_right = _PARTS[role]
        token = pieces[at]
        if char == "@@@":
            char = curly
            pieces[at] = token = token.replace("@@@", char, 1)
        if joins_left and token.startswith(char):
            pieces[at - 1] = ""
        if joins_right and token.endswith(char):
            pieces[at + 1] = ""


def agreeing_roles(marks: list[Mark]) -> list[int]:
    """The role that each mark likes best, where these clash nowhere and leave nothing open: no others are cheaper.

    Empty when they clash; most lines are set well, and are settled here in a tenth of the time.
    """
    roles: list[int] = []
    state = 0
    for _, _, costs in marks:
        best = min([cost for _, cost in costs])
        turns = _TURNS[state]
        for role, cost in costs:
            if cost == best and not turns[role][1]:
                roles.append(role)
                state = turns[role][0]
                break
        else:
            return []
    return [] if state else roles


def cheapest_roles(marks: list[Mark]) -> list[int]:
    """The roles of the marks in order: forward the cost of every state, backward the way to the cheapest one."""
    costs: dict[int, float] = {0: 0.0}
    trail: list[dict[int, int]] = []  # per mark: state after -> role and state before in one number
    for _, _, mark_costs in marks:
        step: dict[int, float] = {}
        ways: dict[int, int] = {}
        limit = min(costs.values()) + _HOPELESS
        for state, cost in costs.items():
            if cost >= limit:
                continue
            turns = _TURNS[state]
            for role, price in mark_costs:
                after, extra = turns[role]
                total = cost + price + extra
                if after not in step or total < step[after]:
                    step[after] = total
                    ways[after] = role << 2 | state
        costs = step
        trail.append(ways)
    state = min(costs, key=lambda end: costs[end] + _LEFT_OPEN[end])
    roles: list[int] = []
    for ways in reversed(trail):
        way = ways[state]
        roles.append(way >> 2)
        state = way & 3
    return roles[::-1]
