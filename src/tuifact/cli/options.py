"""Arguments and options that several commands share, with the help a newcomer reads."""

from __future__ import annotations

from typing import Annotated

import typer

from tuifact.cli.parsing import wrong

ArticleArgument = Annotated[
    str, typer.Argument(metavar="ARTICLE", help="The article's id, or its first 4 characters or more.")
]
ClaimArgument = Annotated[
    str, typer.Argument(metavar="CLAIM", help="The claim's id, or its first 4 characters or more.")
]
ClaimArguments = Annotated[
    list[str], typer.Argument(metavar="CLAIM", help="Claim ids, or their first 4 characters or more.")
]
AnyArticle = Annotated[
    str | None,
    typer.Argument(metavar="ARTICLE", help="An article's id, or its first 4 characters or more. Default: all."),
]
AnyClaim = Annotated[
    str | None,
    typer.Argument(metavar="CLAIM", help="A claim's id, or its first 4 characters or more. Default: all."),
]
AnyArticleOrClaim = Annotated[
    str | None,
    typer.Argument(metavar="ARTICLE|CLAIM", help="An id, or its first 4 characters or more. Default: all."),
]
FileArgument = Annotated[
    str, typer.Argument(metavar="FILE", help="The text to read; - is standard input.", show_default=False)
]
ArticleArguments = Annotated[
    list[str], typer.Argument(metavar="ARTICLE", help="Article ids, or their first 4 characters or more.")
]
TagOption = Annotated[
    list[str] | None, typer.Option("--tag", "-t", metavar="TAG", help="Tag the articles; may be repeated.")
]
FormatOption = Annotated[
    str | None,
    typer.Option("--format", metavar="NAME", help="What it is, where that cannot be told: md, html, jsonl, csv, …"),
]
LimitOption = Annotated[str | None, typer.Option("--limit", "-n", metavar="N", help="At most so many.")]
PrivateFlag = Annotated[bool, typer.Option("--allow-private", help="Let links lead into private networks.")]
JsonFlag = Annotated[bool, typer.Option("--json", help="Write JSON Lines: one object a record.")]
RulesOnlyFlag = Annotated[
    bool, typer.Option("--rules-only", help="Find claims by the rules alone, without the trained weights.")
]
ByOption = Annotated[
    str,
    typer.Option(
        "--by", metavar="NAME", help="Who does it. Default: the setting checker, else git's user.name, else the login."
    ),
]
QueryOption = Annotated[
    str | None, typer.Option("--query", "-q", metavar="TEXT", help="Only what contains these words.")
]
TagFilter = Annotated[str | None, typer.Option("--tag", "-t", metavar="TAG", help="Only articles with this tag.")]
StatusFilter = Annotated[
    str | None,
    typer.Option("--status", "-s", metavar="STATUS", help="Only these: verified, disputed or unverified."),
]
StatusFilters = Annotated[
    list[str] | None,
    typer.Option("--status", "-s", metavar="STATUS", help="Only claims with this status; may be repeated."),
]


def as_form(word: str | None) -> str | None:
    """The name of a form of text; None when none was given; wrong usage for one that is not read."""
    if word is None:
        return None
    from tuifact.desk import forms_read

    known = forms_read()
    if word.lower().removeprefix(".") not in known:
        wrong(f"--format {word!r}: choose from {', '.join(known)}")
    return word.lower().removeprefix(".")
