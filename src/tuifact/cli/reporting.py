"""The command that takes reports out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tuifact.cli import options
from tuifact.cli.opening import desk_of
from tuifact.cli.output import is_terminal, say_bytes, tell
from tuifact.cli.parsing import as_choice, as_status, wrong
from tuifact.cli.progress import progress

if TYPE_CHECKING:
    from tuifact.desk import Desk, Wanted

FORMS = ("markdown", "html", "claimreview", "csv", "json", "docx", "pdf")
"""What a report can be written as."""

ENDINGS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".htm": "html",
    **{f".{form}": form for form in ("html", "csv", "json", "docx", "pdf")},
}
"""The form that the name of a file asks for."""

ALSO = {"md": "markdown", "htm": "html"}
"""What forms are called as well."""

NEEDY = ("claimreview",)
"""Forms that say unasked what they lack: without it they are of little use to those they are made for."""

STANDARD_OUTPUT = "-"

PARTLY = 3

BUFFER = 1 << 16
"""Bytes written to standard output in one go."""


TagFilters = Annotated[
    list[str] | None, typer.Option("--tag", "-t", metavar="TAG", help="Only articles with this tag; may be repeated.")
]
UrlOption = Annotated[
    str, typer.Option("--url", metavar="URL", help="Where the report will be read. Default: a setting.")
]
PublisherOption = Annotated[
    str, typer.Option("--publisher", metavar="NAME", help="Who publishes it. Default: a setting.")
]
TemplateOption = Annotated[
    str, typer.Option("--template", metavar="FILE", help="A template of your own, for markdown or html.")
]


def export(
    ctx: typer.Context,
    articles: Annotated[
        list[str] | None,
        typer.Argument(metavar="ARTICLE", help="Article ids, or their first 4 characters or more. Default: all."),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help=f"{', '.join(FORMS)}. Default: what the name of the output says, else markdown.",
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="PATH", help="A file; or a folder, which gets one file an article."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over files that exist.")] = False,
    status: options.StatusFilters = None,
    tag: TagFilters = None,
    internal: Annotated[bool, typer.Option("--internal", help="With the internal notes.")] = False,
    url: UrlOption = "",
    publisher: PublisherOption = "",
    template: TemplateOption = "",
    index: Annotated[bool, typer.Option("--index", help="With a page on all articles of the folder.")] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Examine what was written, and say what is missing in it.")
    ] = False,
) -> int:
    """Write the fact-check report.

    It goes to standard output, into a file, or into a folder with one file an article; a name that ends in / is a
    folder, and made when missing. ClaimReview becomes a file a claim there, and one of all.

    Example: tuifact export 3f2a --output report.md
    """
    from tuifact.desk import Wanted

    statuses = tuple(as_status(word, "--status") for word in status or ())
    wanted = Wanted(_form(form, output or ""), statuses, tuple(tag or ()), internal, url, publisher, template)
    with desk_of(ctx) as desk:
        writing = Writing(desk, tuple(articles or ()), wanted, check)
        if output is None or output == STANDARD_OUTPUT:
            if index:
                wrong("--index: needs a folder to stand in: --output FOLDER/")
            writing.say()
        else:
            writing.write(output, force, index)
    return writing.conclude()


class Writing:
    """One export: where it goes, and what there is to say about it."""

    def __init__(self, desk: Desk, articles: Sequence[str], wanted: Wanted, check: bool) -> None:
        self._desk = desk
        self._articles = articles
        self._wanted = wanted
        self._check = check
        self._lacks: dict[str, list[str]] = {}
        self._faults: list[str] = []
        self._hear = self._lack if check or wanted.form in NEEDY else None

    def say(self) -> None:
        """Write it to standard output."""
        on_screen = is_terminal(sys.stdout)
        kept: list[bytes] = []
        with progress(0 if on_screen else self._expected, "articles") as bar:
            pieces = self._desk.report_pieces(
                self._articles, self._wanted, text=on_screen, tell=self._hear,
                progress=None if on_screen else lambda _: bar.advance(),
            )  # fmt: skip
            for block in _blocks(pieces):
                say_bytes(block)
                if self._check:
                    kept.append(block)
        if self._check:
            self._examine("standard output", b"".join(kept))

    def write(self, output: str, force: bool, index: bool) -> None:
        """Write it to a file, or into a folder."""
        target = Path(output)
        into_folder = target.is_dir() or output.endswith(("/", os.sep))
        if index and not into_folder:
            if target.exists() or target.suffix.lower() in ENDINGS:
                wrong(f"--index: {output} is no folder; end its name with /")
            into_folder = True
        with progress(self._expected, "articles") as bar:
            written = self._desk.write_report(
                target, self._articles, into_folder=into_folder, force=force, wanted=self._wanted, index=index,
                progress=lambda _: bar.advance(), tell=self._hear,
            )  # fmt: skip
            for path in written:
                bar.clear()
                tell(f"written: {path}")
                if self._check:
                    self._examine(str(path), path.read_bytes())

    @property
    def _expected(self) -> int:
        return len(self._desk.choose_articles(self._articles, tags=self._wanted.tags))

    def conclude(self) -> int:
        """Say what is missing or wrong; the exit code."""
        for line in self._faults:
            tell(f"tuifact: {line}")
        for line, titles in self._lacks.items():
            tell(f"tuifact: {line}{_of(titles)}")
        if not self._check:
            return 0
        if not self._faults and not self._lacks:
            tell("tuifact: checked, nothing is missing")
            return 0
        return PARTLY

    def _lack(self, line: str, title: str) -> None:
        titles = self._lacks.setdefault(line, [])
        if title:
            titles.append(title)

    def _examine(self, name: str, data: bytes) -> None:
        self._faults += [f"{name}: {fault}" for fault in self._desk.report_faults(data, self._wanted)]


def _form(named: str | None, output: str) -> str:
    """The form that is asked for, by its name or by that of the file."""
    if named is None:
        return ENDINGS.get(Path(output).suffix.lower(), FORMS[0])
    return as_choice(ALSO.get(named, named), FORMS, "--format")


def _of(titles: Sequence[str]) -> str:
    """Which articles it is about."""
    if not titles:
        return ""
    more = f" and {len(titles) - 1:,} more" if len(titles) > 1 else ""
    return f": “{titles[0]}”{more}"


def _blocks(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The same bytes in fewer pieces."""
    held = bytearray()
    for piece in pieces:
        held += piece
        if len(held) >= BUFFER:
            yield bytes(held)
            held.clear()
    yield bytes(held)
