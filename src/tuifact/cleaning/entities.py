"""Character references back to characters, also those that a tokeniser took apart (`& quot ;`) or escaped twice."""

from __future__ import annotations

import html
import re
from functools import lru_cache
from html.entities import html5

from tuifact.cleaning.hidden import even_spaces

_REFERENCE = re.compile(
    r"& *(?:(?:amp|#38|#x26) *; *)*"
    r"(?:# *(?:[xX] *[0-9A-Fa-f]{1,6}|[0-9]{1,7})|[A-Za-z][A-Za-z0-9]{1,31}) *;"
)
_AMPERSANDS = re.compile(r"& *(?:(?:amp|#38|#x26) *; *)+")
_FAR = re.compile(r"&[ ;amp]*(?:# *[xX\d][0-9A-Fa-f]{2}|shy *;|zw)")
"""A reference to what may be no ASCII character, as `&#8203;`, or to one that nobody sees."""


def restore_entities(text: str) -> str:
    """`& quot ;`, `&#8217;`, `&amp;mdash;` become the characters they name; unknown names and bare `&` stay.

    Escaping may have happened twice or more (`&amp;amp;quot;`); one pass reads through all of it, so that cleaning
    twice is the same as cleaning once. The spaces around a reference stay: they tell where words ended. A `&nbsp;`
    between two words is a blank; beside marks and figures it may be typography and stays.
    """
    if "&" not in text:
        return text
    restored = _REFERENCE.sub(_character, text)
    return restored if restored.isascii() else even_spaces(restored)


def show_far(text: str) -> str:
    """The text, followed by what its references stand for if some of that is what other fixes look for."""
    return text + "".join(map(resolve, _REFERENCE.findall(text))) if _FAR.search(text) else text


def _character(match: re.Match[str]) -> str:
    return resolve(match[0])


@lru_cache(maxsize=1000)  # a text repeats the same few
def resolve(found: str) -> str:
    """The character a reference stands for; one that nobody knows only loses its repeated escaping."""
    reference = found.replace(" ", "")
    last = reference[reference.rstrip(";").rfind(";") + 1 :].lstrip("&")
    if last in ("amp;", "#38;", "#x26;"):
        return "&"
    if last[0] != "#" and last not in html5:
        return _AMPERSANDS.sub("& " if found.startswith("& ") else "&", found)
    return html.unescape("&" + last)
