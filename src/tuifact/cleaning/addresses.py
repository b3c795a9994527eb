"""Internet names and addresses that a tokeniser took apart."""

from __future__ import annotations

from tuifact.cleaning.line import Line
from tuifact.cleaning.words import DOMAINS, FILE_ENDINGS, SURE_DOMAINS

_SIGNS = frozenset("/.-_?=&#%:~+")
_JOINERS = frozenset(("@-@", "@/@", "@.@", "@:@"))
_HEADS = frozenset(("www", "pic", "m", "en", "archive", "blog", "news", "edition", "docs"))


def joins_domain(pieces: list[str], at: int) -> bool:
    """Whether the stop stands inside an internet name: before `com`, or after `www` or `pic`."""
    before, following = pieces[at - 2], pieces[at + 2]
    if not (before[-1:].isalnum() and following.isalnum()):
        return False
    if following in SURE_DOMAINS or before in ("www", "pic"):
        return True
    rest = pieces[at + 4 : at + 8 : 2]
    if before in _HEADS and len(rest) == 2 and rest[0] == "." and rest[1] in DOMAINS:
        return True
    return following in DOMAINS and rest[0][:1] == "/"


def join_address(line: Line, at: int) -> None:
    """Close the gaps of the address that goes on with this mark, to its end; its tokens are settled then."""
    pieces = line.pieces
    while _goes_on(pieces, at):
        pieces[at - 1] = ""
        sign = pieces[at]
        if sign in _JOINERS:
            pieces[at] = sign[1:-1]
        at += 2
        if not sign[-1].isalnum() and (pieces[at][:1].isalnum() or pieces[at][:1] in ("_", "@", "#", "/")):
            pieces[at - 1] = ""
            at += 2
    if pieces[at] == "/" and pieces[at - 3] == "":
        pieces[at - 1] = ""
        at += 2
    line.settled = at


def _goes_on(pieces: list[str], at: int) -> bool:
    """Whether the mark belongs to the address: a sign of addresses with a fitting word behind it."""
    sign = pieces[at]
    following = pieces[at + 2] if sign else ""
    if not following:
        return False
    if sign in _JOINERS:
        return True
    if sign[0] not in _SIGNS:
        return False
    if sign[-1].isalnum():
        return sign[0] == "/"
    if any(char not in _SIGNS for char in sign):
        return False
    if sign == ".":
        return (
            joins_domain(pieces, at)
            or following in FILE_ENDINGS
            or (following.islower() and pieces[at + 4][:1] in (".", "/", "_", "-"))
        )
    if sign in ("?", "&"):
        return "=" in following or pieces[at + 4] == "="
    if sign == ":":
        return following[0] == "/" or following.isdigit()
    return following[0].isalnum() or following[0] in _SIGNS
