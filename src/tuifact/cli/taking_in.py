"""The command that brings articles in."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from tuifact.cli import options
from tuifact.cli.layout import GAP, SHORTEST, cells, cut, cut_middle
from tuifact.cli.opening import desk_of
from tuifact.cli.output import Styled, columns, complain, hush, say, say_record, tell
from tuifact.cli.parsing import as_choice, as_encoding, as_number, wrong
from tuifact.cli.progress import Bar, progress
from tuifact.errors import TuifactError
from tuifact.model.plain import plain_line

if TYPE_CHECKING:
    from tuifact.desk import Desk, Imported
    from tuifact.model.record import Record

MOST_JOBS = 64

FACTS = ("text", "title", "byline", "published", "url", "language")
"""What a corpus can say of a text."""

_STYLES = {"imported": "verified", "revised": "unverified", "unchanged": "faint", "rejected": "disputed"}


def import_sources(
    ctx: typer.Context,
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE", help="Files, folders (with all in them), links, or - for standard input."),
    ],
    tag: Annotated[
        list[str] | None, typer.Option("--tag", "-t", metavar="TAG", help="Tag the articles; may be repeated.")
    ] = None,
    encoding: Annotated[
        str | None, typer.Option("--encoding", metavar="NAME", help="How the bytes are to be read. Default: found out.")
    ] = None,
    jobs: Annotated[str, typer.Option("--jobs", "-j", metavar="N", help="Processes that share the work.")] = "1",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen; store nothing.")] = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Let links lead into private networks.")
    ] = False,
    column: Annotated[
        list[str] | None,
        typer.Option("--column", metavar="FACT=NAME", help="Where a corpus has a fact: text=body; may be repeated."),
    ] = None,
    rules_only: options.RulesOnlyFlag = False,
    json: options.JsonFlag = False,
) -> int:
    """Bring articles in: clean them, find their claims, store both.

    Example: tuifact import bridge.txt clippings/ --tag bridge
    """
    known = as_encoding(encoding, "--encoding")
    shares = as_number(jobs, "--jobs", least=1, most=MOST_JOBS) or 1
    with desk_of(ctx) as desk, progress(_expected(desk, sources), "articles") as bar:
        coming = desk.import_sources(
            sources,
            tags=tag or (),
            encoding=known,
            rules_only=rules_only,
            columns=_as_columns(column or ()),
            allow_private=allow_private,
            jobs=shares,
            dry_run=dry_run,
        )
        return Intake(bar, json, dry_run).report(coming, sources)


def _as_columns(words: Sequence[str]) -> dict[str, str]:
    """`text=body` as an entry; wrong usage for what is none."""
    columns = {}
    for word in words:
        fact, _, name = word.partition("=")
        columns[as_choice(fact, FACTS, "--column")] = name or wrong(f"--column {word!r}: write it as {fact}=NAME")
    return columns


class Intake:
    """What became of the sources, told as it happens."""

    def __init__(self, bar: Bar, json: bool, dry_run: bool) -> None:
        self._bar = bar
        self._json = json
        self._dry_run = dry_run
        self._outcomes: Counter[str] = Counter()

    def report(self, coming: Iterator[Imported], sources: Sequence[str]) -> int:
        """Tell of each as it comes; the exit code. What is stored stays stored, whatever ends the work."""
        try:
            for item in coming:
                self._tell(item)
        except KeyboardInterrupt:
            self._bar.clear()
            tell("tuifact: interrupted; what was imported so far is kept (tuifact list shows it)")
            return 130
        except TuifactError as error:
            if not self._good:
                raise
            self._bar.clear()
            complain(error)
            return 3
        self._bar.clear()
        if not self._outcomes:
            raise TuifactError(f"{', '.join(sources)}: nothing to read in it")
        return self._conclude()

    @property
    def _good(self) -> int:
        return self._outcomes.total() - self._outcomes["rejected"]

    def _tell(self, item: Imported) -> None:
        self._outcomes[item.outcome] += 1
        self._bar.clear()
        try:
            self._say(item)
        except BrokenPipeError:
            # Nobody reads the list any more; the articles are wanted all the same.
            hush(sys.stdout)
        if item.error is not None:
            complain(item.error)
        for warning in item.warnings:
            tell(f"{item.source}: {warning}")
        self._bar.advance()

    def _say(self, item: Imported) -> None:
        if self._json:
            say_record(import_record(item))
        elif item.error is None:
            word = Styled(f"{item.outcome:9}", _STYLES[item.outcome])
            count = f"{item.claims:>3} {'claim ' if item.claims == 1 else 'claims'}"
            before = f"  {count}  {item.article}{GAP if item.article else ''}"
            say(word, before, _name_of(item, cells(word.text + before)))

    def _conclude(self) -> int:
        if self._outcomes.total() > 1:
            tell(f"tuifact: {self._summary()}")
        if not self._outcomes["rejected"]:
            return 0
        return 3 if self._good else 1

    def _summary(self) -> str:
        told = ", ".join(f"{count} {outcome}" for outcome, count in self._outcomes.items())
        return f"{told} (dry run: nothing was stored)" if self._dry_run else told


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
        "error": str(item.error) if item.error else None,
    }


def _name_of(item: Imported, taken: int) -> str:
    """The title, else the source, in what the terminal leaves of its line."""
    room = columns()
    if room is None:
        return item.title or item.source
    left = max(SHORTEST, room - taken)
    return cut(plain_line(item.title), left) if item.title else cut_middle(plain_line(item.source), left)


def _expected(desk: Desk, sources: Sequence[str]) -> int:
    """How many texts will come, for the bar alone, which only a terminal shows."""
    return desk.expect(sources) if sys.stderr.isatty() else 0
