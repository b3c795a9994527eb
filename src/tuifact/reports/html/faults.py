"""Looking at a page as it was written: whether it holds together and nothing in it acts."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

from tuifact.reports.claimreview.rules import document_faults

_VOID = frozenset(("meta", "link", "br", "hr"))
_QUIET = frozenset(("canonical",))
_FORBIDDEN = frozenset(("iframe", "object", "embed", "base", "form", "frame", "img", "audio", "video"))


def page_faults(data: bytes) -> Iterator[str]:
    """What is wrong with a page, a line each."""
    walk = _Walk()
    walk.feed(data.decode("utf-8"))
    walk.close()
    yield from walk.found
    yield from (f"<{name}> is not closed" for name in walk.open)
    yield from (f"two elements have the id {name}" for name, count in walk.ids.items() if count > 1)
    yield from (f"a link leads to #{name}, which is not there" for name in sorted(walk.targets - walk.ids.keys()))
    if walk.titles != 1:
        yield f"there are {walk.titles} headings of the first level, not one"
    for block in walk.blocks:
        yield from document_faults(block)


class _Walk(HTMLParser):
    """Goes through a page once."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.open: list[str] = []
        self.ids: Counter[str] = Counter()
        self.targets: set[str] = set()
        self.titles = 0
        self.blocks: list[dict[str, object]] = []
        self._script: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag in _FORBIDDEN or any(name.startswith("on") for name in values):
            self.found.append(f"<{tag}> acts or fetches")
        if tag == "script":
            if values.get("type") != "application/ld+json":
                self.found.append("there is a script")
            self._script = []
        if tag == "link" and values.get("rel") not in _QUIET:
            self.found.append("a <link> fetches")
        if "id" in values:
            self.ids[values["id"]] += 1
        self._follow(tag, values.get("href", "#"))
        self.titles += tag == "h1"
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.found.append(f"</{tag}> closes nothing")
        if tag == "script" and self._script is not None:
            self.blocks.append(json.loads("".join(self._script)))
            self._script = None

    def handle_data(self, data: str) -> None:
        if self._script is not None:
            self._script.append(data)

    def _follow(self, tag: str, target: str) -> None:
        if tag == "a" and target.startswith("#"):
            self.targets |= {target[1:]} - {""}
        elif ":" in target.partition("/")[0] and not target.startswith(("http://", "https://")):
            self.found.append(f"a link leads to {target[:40]}")
