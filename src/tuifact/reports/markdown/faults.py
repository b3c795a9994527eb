"""Looking at a Markdown report as it was written: whether it has its front matter, one title, and links that lead
somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tuifact.reports.markdown.frame import anchor

_LINK = re.compile(r"(?<!\\)\]\(#([^)\s]+)\)")
_HEADING = re.compile(r"(#{1,6}) (.+)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def document_faults(data: bytes) -> Iterator[str]:
    """What is wrong with a report, a line each."""
    text = data.decode("utf-8")
    if not re.match(r"---\n(?:[a-z0-9_]+: \S.*\n)+---\n", text):
        yield "there is no front matter"
    headings = [found for found in map(_HEADING.fullmatch, _outside_code(text)) if found]
    titles = sum(found[1] == "#" for found in headings)
    if titles != 1:
        yield f"there are {titles} headings of the first level, not one"
    anchors = {anchor(shown(found[2])) for found in headings}
    yield from (f"a link leads to #{name}, which is not there" for name in sorted({*_LINK.findall(text)} - anchors))


def shown(heading: str) -> str:
    """A heading as a reader sees it."""
    return _ESCAPED.sub(r"\1", heading).replace("&lt;", "<").replace("&amp;", "&")


def _outside_code(text: str) -> Iterator[str]:
    inside = False
    for line in text.split("\n"):
        if line.startswith("```"):
            inside = not inside
        elif not inside:
            yield line
