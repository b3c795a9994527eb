"""The command that shows what changed in an article since it was checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from tuifact.cli import options
from tuifact.cli.layout import cells
from tuifact.cli.opening import desk_of
from tuifact.cli.output import Piece, Styled, say, say_record, tell, text_columns
from tuifact.cli.pages import status_word
from tuifact.cli.parsing import as_number
from tuifact.model.differences import paragraphs_of

if TYPE_CHECKING:
    from tuifact.model import ArticleSummary, ClaimChange, Difference, Revision, Version

_MARKS = {"removed": ("[-", "-]"), "added": ("{+", "+}")}
"""As `wdiff` and `git diff --word-diff` write them: readable without colour."""

_STYLES = {"removed": "disputed", "added": "verified"}
_FATES = {"changed": "changed since it was checked", "vanished": "not in the text any more"}


class Unit(NamedTuple):
    """What stands between two spaces: words without a place to break a line."""

    pieces: tuple[Piece, ...]
    width: int


def diff(
    ctx: typer.Context,
    article: options.ArticleArgument,
    since: Annotated[
        str | None, typer.Option("--since", metavar="N", help="Compare with this version; 1 is the first.")
    ] = None,
    json: options.JsonFlag = False,
) -> int:
    """Show what changed in an article since it was checked.

    Word by word, with the claims that touches: [-words that went-]{+words that came+}.

    Without --since: since the version on which claims were decided that changed, else since the version before.

    Example: tuifact diff 3f2a
    """
    number = as_number(since, "--since", least=1)
    with desk_of(ctx) as desk:
        summary = desk.summary(article)
        if summary.versions < 2 and number in (None, 1):
            tell(f"{summary.title}: as it was when it came; import its source again to see whether it changed")
            return 0
        revision = desk.differences(article, since=number)
    if json:
        from tuifact.model.record import revision_record

        say_record(revision_record(revision))
    else:
        _say_heading(summary, revision)
        _say_claims(revision)
        _say_text(revision.passages)
    return 0


def _say_heading(summary: ArticleSummary, revision: Revision) -> None:
    say(Styled(summary.title, "strong"))
    say(Styled(f"{_version(revision.old)} → {_version(revision.new)}", "faint"), Styled(f"   {summary.id}", "faint"))


def _version(version: Version) -> str:
    when = f", received {version.received[:16].replace('T', ' ')}" if version.received else ""
    return f"version {version.number}{when}"


def _say_claims(revision: Revision) -> None:
    """The checked claims that were touched in full, the others in figures."""
    touched = revision.touched
    counts = [(fate, len(revision.with_fate(fate))) for fate in ("changed", "vanished", "new", "same")]
    figures = ", ".join(f"{count} {fate}" for fate, count in counts if count)
    say(f"{len(touched)} checked claim{'' if len(touched) == 1 else 's'} touched; claims: {figures or 'none'}")
    for change in touched:
        say()
        say(*_facts(change))
        for line in wrapped(change.passages, text_columns() - 2):
            say("  ", *line)


def _facts(change: ClaimChange) -> tuple[Piece, ...]:
    claim = change.claim
    return ("! ", status_word(claim.status), "  ", Styled(claim.id, "faint"), f"  {_FATES[change.fate]}")


def _say_text(passages: Iterable[Difference]) -> None:
    """The text with its changes; paragraphs that are the same are counted."""
    same = 0
    for paragraph in paragraphs_of(passages):
        if not any(kind in _MARKS for kind, _ in paragraph):
            same += bool(paragraph)
            continue
        _say_same(same)
        same = 0
        say()
        for line in wrapped_units(units_of(paragraph), text_columns()):
            say(*line)
    _say_same(same)


def _say_same(count: int) -> None:
    if count:
        say()
        say(Styled(f"… {count} paragraph{'' if count == 1 else 's'} unchanged …", "faint"))


def wrapped(passages: Iterable[Difference], width: int) -> Iterator[list[Piece]]:
    """These passages as one paragraph, in lines of so many cells."""
    return wrapped_units(units_of([(passage.kind, passage.text) for passage in passages]), width)


def wrapped_units(units: Iterable[Unit], width: int) -> Iterator[list[Piece]]:
    """Lines of so many cells, as full as they can be."""
    line: list[Piece] = []
    taken = 0
    for unit in units:
        if line and taken + 1 + unit.width > width:
            yield line
            line, taken = [], 0
        line += [" ", *unit.pieces] if line else unit.pieces
        taken += unit.width + (1 if taken else 0)
    if line:
        yield line


def units_of(parts: Iterable[tuple[str, str]]) -> Iterator[Unit]:
    """What stands between spaces, each changed passage in its marks: `[-three` `times-]{+twice+}`."""
    open_unit: list[Piece] = []
    for kind, text in parts:
        before, after = _MARKS.get(kind, ("", ""))
        words = text.split()
        if not words:
            if text:
                yield from _closed(open_unit)
                open_unit = []
            continue
        words = [f"{before}{words[0]}", *words[1:]]
        words[-1] += after
        if text[0].isspace():
            yield from _closed(open_unit)
            open_unit = []
        for at, word in enumerate(words):
            open_unit.append(Styled(word, _STYLES[kind]) if kind in _STYLES else word)
            if at < len(words) - 1 or text[-1].isspace():
                yield from _closed(open_unit)
                open_unit = []
    yield from _closed(open_unit)


def _closed(pieces: list[Piece]) -> Iterator[Unit]:
    if pieces:
        width = sum(cells(piece.text if isinstance(piece, Styled) else piece) for piece in pieces)
        yield Unit(tuple(pieces), width)
