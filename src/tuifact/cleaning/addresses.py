"""Internet names and addresses that a tokeniser took apart."""

from __future__ import annotations

from tuifact.cleaning.line import Line
from tuifact.cleaning.words import DOMAINS, FILE_ENDINGS, SURE_DOMAINS

_SIGNS = frozenset("/.-_?=&#%:~+")
_JOINERS = frozenset(("@-@", "@/@", "@.@", "@:@"))
_HEADS = frozenset(("www", "pic", "m", "en", "archive", "blog", "news", "edition", "docs"))


def joins_domain(tokens: list[str], i: int) -> bool:
    """Whether the stop at `i` stands inside an internet name: before `com`, or after `www` or `pic`."""
    before, following = tokens[i - 1], tokens[i + 1]
    if not (before[-1:].isalnum() and following.isalnum()):
        return False
    if following in SURE_DOMAINS or before in ("www", "pic"):
        return True
    rest = tokens[i + 2 : i + 4]
    if before in _HEADS and len(rest) == 2 and rest[0] == "." and rest[1] in DOMAINS:
        return True
    return following in DOMAINS and rest[0][:1] == "/"


def join_address(line: Line, i: int) -> None:
    """Close the gaps of the address that goes on with the mark at `i`, to its end; its tokens are settled then."""
    tokens, gaps = line.tokens, line.gaps
    while _goes_on(tokens, i):
        gaps[i] = ""
        sign, i = tokens[i], i + 1
        if sign in _JOINERS:
            tokens[i - 1] = sign[1:-1]
        if not sign[-1].isalnum() and (tokens[i][:1].isalnum() or tokens[i][:1] in ("_", "@", "#", "/")):
            gaps[i] = ""
            i += 1
    if tokens[i] == "/" and gaps[i - 1] == "":
        gaps[i] = ""
        i += 1
    line.settled = i


def _goes_on(tokens: list[str], i: int) -> bool:
    """Whether the mark at `i` belongs to the address: a sign of addresses with a fitting word behind it."""
    sign = tokens[i]
    following = tokens[i + 1] if sign else ""
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
            joins_domain(tokens, i)
            or following in FILE_ENDINGS
            or (following.islower() and tokens[i + 2][:1] in (".", "/", "_", "-"))
        )
    if sign in ("?", "&"):
        return "=" in following or tokens[i + 2 : i + 3] == ["="]
    if sign == ":":
        return following[0] == "/" or following.isdigit()
    return following[0].isalnum() or following[0] in _SIGNS
