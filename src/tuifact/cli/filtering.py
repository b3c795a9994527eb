"""Commands that work on a text alone, library or not: clean, detect."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from tuifact.cli import options
from tuifact.cli.layout import align
from tuifact.cli.output import say, say_record, say_text, tell
from tuifact.cli.parsing import wrong
from tuifact.config import load_settings
from tuifact.model.plain import plain_line

if TYPE_CHECKING:
    from tuifact.config import Settings
    from tuifact.model import Article
    from tuifact.model.record import Record

STANDARD_INPUT = "-"


def clean(
    file: options.FileArgument = STANDARD_INPUT,
    json: Annotated[bool, typer.Option("--json", help="Write the article as one JSON object.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="List what was repaired instead: place, fix, before and after.")
    ] = False,
) -> int:
    """Clean a text and write it; no library is touched.

    Example: tuifact clean mangled.txt
    """
    if json and explain:
        wrong("--json and --explain: one or the other")
    article = _cleaned(file, load_settings())
    if json:
        say_record(_cleaned_record(article))
        return 0
    for warning in article.warnings:
        tell(f"{file}: {warning}")
    if explain:
        _say_repairs(article)
    else:
        say_text(article.text)
    return 0


def detect(
    file: options.FileArgument = STANDARD_INPUT,
    rules_only: options.RulesOnlyFlag = False,
    json: options.JsonFlag = False,
) -> int:
    """Write the claims of a text, one a line; no library is touched.

    Example: tuifact detect --json mangled.txt
    """
    from tuifact.desk import detect_claims
    from tuifact.model.record import claim_record

    settings = load_settings()
    article = _cleaned(file, settings)
    for claim in detect_claims(article, rules_only=rules_only or settings.rules_only):
        if json:
            say_record(claim_record(claim))
        else:
            say(claim.text)
    return 0


def _cleaned(file: str, settings: Settings) -> Article:
    from tuifact.desk import clean_original, read_text

    return clean_original(read_text(file, settings))


def _cleaned_record(article: Article) -> Record:
    """The article record without what only a library knows."""
    from tuifact.model.record import paragraph_record

    return {
        "title": article.title,
        "byline": article.byline,
        "published": article.published.isoformat() if article.published else None,
        "language": article.language,
        "source": article.original.source,
        "sha256": article.original.sha256,
        "encoding": article.original.encoding,
        "paragraphs": [paragraph_record(paragraph) for paragraph in article.paragraphs],
        "warnings": list(article.warnings),
    }


def _say_repairs(article: Article) -> None:
    """Each repair in a line; the place is in characters of the decoded original."""
    repairs = article.repairs
    if not repairs:
        tell("nothing was repaired")
        return
    rows = [
        (
            str(repair.span[0]),
            str(repair.span[1]),
            plain_line(repair.fix),
            f"{_quoted(repair.before)} → {_quoted(repair.after)}",
        )
        for repair in repairs
    ]
    for row in align(rows, right=frozenset({0, 1})):
        say(*row)


def _quoted(text: str) -> str:
    return f"“{plain_line(text)}”"
