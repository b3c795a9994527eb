"""What became of articles that come in, told as it happens: a line or a record each, and the exit code in the end."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from tuifact.cli.layout import GAP, SHORTEST, cells, cut, cut_middle
from tuifact.cli.output import Styled, columns, complain, hush, say, say_record, tell
from tuifact.cli.progress import Bar
from tuifact.errors import TuifactError
from tuifact.model.plain import plain_line

if TYPE_CHECKING:
    from tuifact.desk import Imported, LikeArticle
    from tuifact.model.record import Record

_STYLES = {"imported": "verified", "revised": "unverified", "unchanged": "faint", "rejected": "disputed"}


KINDS_TOLD = 6
"""Kinds of files that were passed over, told by name; the most first."""


class Intake:
    """Tells of each source and remembers what is to be said at the end."""

    def __init__(self, bar: Bar, json: bool, *, dry_run: bool = False, only_news: bool = False) -> None:
        """`only_news` leaves out the lines of what is unchanged; its records are written all the same."""
        self._bar = bar
        self._json = json
        self._dry_run = dry_run
        self._only_news = only_news
        self._outcomes: Counter[str] = Counter()
        self.articles: list[str] = []
        """Ids of what is in the library now, in order."""

    def report(self, coming: Iterator[Imported], nothing: str) -> int:
        """Tell of each as it comes; the exit code. What is stored stays stored, whatever ends the work.

        `nothing` is what is wrong when nothing comes.
        """
        try:
            for item in coming:
                self._tell(item)
        except KeyboardInterrupt:
            self._bar.clear()
            done = f"after {self._outcomes.total():,} of the texts" if self._outcomes else "before the first text"
            tell(f"tuifact: interrupted {done}; what was imported is kept, and the same command goes on from there")
            return 130
        except TuifactError as error:
            if not self._good:
                raise
            self._bar.clear()
            complain(error)
            return 3
        self._bar.clear()
        if not self._outcomes:
            raise TuifactError(nothing)
        return self._conclude()

    @property
    def _good(self) -> int:
        return self._outcomes.total() - self._outcomes["rejected"]

    def _tell(self, item: Imported) -> None:
        self._outcomes[item.outcome] += 1
        if item.article:
            self.articles.append(item.article)
        if self._is_seen(item):
            self._bar.clear()
        try:
            self._say(item)
        except BrokenPipeError:
            # Nobody reads the list any more; the articles are wanted all the same.
            hush(sys.stdout)
        if item.error is not None:
            complain(item.error)
        for remark in remarks_of(item):
            tell(f"{item.source}: {remark}")
        self._bar.advance()

    def _is_seen(self, item: Imported) -> bool:
        """Whether anything is about to be written."""
        return self._json or not self._only_news or item.outcome != "unchanged"

    def _say(self, item: Imported) -> None:
        if self._json:
            say_record(import_record(item))
        elif item.error is None and self._is_seen(item):
            word = Styled(f"{item.outcome:9}", _STYLES[item.outcome])
            count = f"{item.claims:>3} {'claim ' if item.claims == 1 else 'claims'}"
            before = f"  {count}  {item.article}{GAP if item.article else ''}"
            say(word, before, _name_of(item, cells(word.text + before)))

    def _conclude(self) -> int:
        if self._only_news and set(self._outcomes) == {"unchanged"}:
            tell("tuifact: nothing new")
        elif self._outcomes.total() > 1 or self._dry_run:
            tell(f"tuifact: {self._summary()}")
        if not self._outcomes["rejected"]:
            return 0
        return 3 if self._good else 1

    def _summary(self) -> str:
        told = ", ".join(f"{count} {outcome}" for outcome in _STYLES if (count := self._outcomes[outcome]))
        return f"{told} (dry run: nothing was stored)" if self._dry_run else told


def remarks_of(item: Imported) -> list[str]:
    """What a person should know of it besides: what cleaning warns of, checked claims that were touched, copies."""
    remarks = list(item.warnings) if item.outcome != "unchanged" else []
    if touched := touched_words(len(item.changed), len(item.vanished)):
        remarks.append(f"revised: {touched}; tuifact diff {item.article} shows it")
    if item.dropped:
        remarks.append(f"was dropped from the library and stays so; tuifact drop --back {item.article} brings it back")
    return remarks + [copy_words(copy) for copy in item.copies]


def touched_words(changed: int, vanished: int) -> str:
    """How many checked claims a new version touches, in words; empty for none.

    >>> touched_words(2, 1)
    '2 checked claims have changed text, 1 checked claim is gone'
    """
    parts = [
        f"{count} checked claim{'' if count == 1 else 's'} {one if count == 1 else many}"
        for count, one, many in ((changed, "has changed text", "have changed text"), (vanished, "is gone", "are gone"))
        if count
    ]
    return ", ".join(parts)


def passed_words(passed: Mapping[str, int]) -> str:
    """How many files of a folder were not read, and which by their suffixes.

    >>> passed_words({"jpg": 3, "": 1})
    '4 files passed over, no texts by their names: 3 .jpg, 1 without suffix'
    >>> passed_words({"bin": 1})
    '1 file passed over, no text by its name: .bin'
    """
    total = sum(passed.values())
    kinds = [(f".{plain_line(suffix)}" if suffix else "without suffix", count) for suffix, count in passed.items()]
    if total == 1:
        return f"1 file passed over, no text by its name: {kinds[0][0]}"
    told = ", ".join(f"{count:,} {kind}" for kind, count in kinds[:KINDS_TOLD]) + (", …" if kinds[KINDS_TOLD:] else "")
    return f"{total:,} files passed over, no texts by their names: {told}"


def copy_words(copy: LikeArticle) -> str:
    """Which article it is a copy of, and how much of one."""
    near = "" if copy.likeness == 1 else f" ({copy.likeness:.0%} alike)"
    title = f" “{plain_line(copy.title)}”" if copy.title else ""
    return f"{'nearly ' if near else ''}a copy of {copy.article}{title}{near}"


def import_record(item: Imported) -> Record:
    """What became of a source, as `--json` has it; nulls where there is nothing to say."""
    return {
        "source": item.source,
        "outcome": item.outcome,
        "article": item.article or None,
        "title": item.title or None,
        "claims": item.claims,
        "sha256": item.sha256 or None,
        "encoding": item.encoding or None,
        "warnings": list(item.warnings),
        "changed_claims": list(item.changed),
        "vanished_claims": list(item.vanished),
        "dropped": item.dropped,
        "copies": [
            {"article": copy.article, "title": copy.title, "likeness": round(copy.likeness, 3)} for copy in item.copies
        ],
        "error": str(item.error) if item.error else None,
    }


def _name_of(item: Imported, taken: int) -> str:
    """The title, else the source, in what the terminal leaves of its line."""
    room = columns()
    if room is None:
        return item.title or item.source
    left = max(SHORTEST, room - taken)
    return cut(plain_line(item.title), left) if item.title else cut_middle(plain_line(item.source), left)
