"""Commands that work on a text alone, library or not: clean, detect."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from tuifact.cli import options
from tuifact.cli.layout import align
from tuifact.cli.output import complain, say, say_record, say_text, tell
from tuifact.cli.parsing import wrong
from tuifact.config import load_settings
from tuifact.errors import CleaningError, SourceError
from tuifact.model.plain import plain_line

if TYPE_CHECKING:
    from tuifact.config import Settings
    from tuifact.model import Article, Original
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
    form: options.FormatOption = None,
    rules_only: options.RulesOnlyFlag = False,
    json: options.JsonFlag = False,
) -> int:
    """Write the claims of a text, one a line; no library is touched.

    Of a corpus, JSON Lines in and JSON Lines out: each claim with its article's id, else its address or its line. A bad
    row is named and the others go on (exit code 3).

    Example: tuifact detect --json mangled.txt
    """
    from tuifact.desk import read_texts

    settings = load_settings()
    only = rules_only or settings.rules_only
    good = bad = 0
    for item in read_texts(file, settings, form=options.as_form(form)):
        try:
            _say_claims(item, only, settings.most_bytes, json=json)
            good += 1
        except (CleaningError, SourceError) as error:
            complain(error)
            bad += 1
    return (3 if good else 1) if bad else 0


def _say_claims(item: Original | SourceError, rules_only: bool, limit: int, *, json: bool) -> None:
    """The claims of one text. Raises `SourceError` or `CleaningError` when it is none."""
    from tuifact.desk import clean_original, detect_claims, figures_in, name_of
    from tuifact.model.record import claim_record

    if isinstance(item, SourceError):
        raise item
    name = name_of(item)
    for claim in detect_claims(clean_original(item, limit=limit), rules_only=rules_only):
        if json:
            say_record(claim_record(claim) | {"article": name, "figures": figures_in(claim.text)})
        else:
            say(claim.text)


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
