"""Articles and claims as lines on a page: what `show`, `claims`, `list` and `demo` have in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tuifact.cli.layout import Mark, align, cut, wrap
from tuifact.cli.output import Piece, Styled, columns, say, text_columns
from tuifact.errors import NotFound
from tuifact.model.plain import plain_line
from tuifact.model.record import tally_record
from tuifact.model.verdict import Status, Tally

if TYPE_CHECKING:
    from tuifact.desk import Desk
    from tuifact.model import Article, ArticleSummary, Claim, Paragraph

CHANGED = "!"
"""In place of its status, the mark of a claim whose text changed since it was decided; the reader has the same."""

EXCERPT = 40
"""Cells of a claim's words that remind of it."""

_BEFORE = {"post": "┃ ", "quote": "  "}


def tally_words(tally: Tally) -> str:
    """`✓ 3  ✗ 1  ? 14`."""
    return "  ".join(f"{status.glyph} {_number(tally, status)}" for status in Status)


def say_shelf(summaries: Sequence[ArticleSummary]) -> None:
    """The table of articles: tally, date, title, tags, id; titles are cut where the terminal would break the line."""
    digits = {status: max(len(str(_number(summary.tally, status))) for summary in summaries) for status in Status}
    rows: list[list[Piece]] = [
        [
            *(_count(summary.tally, status, digits[status]) for status in Status),
            _date(summary),
            plain_line(summary.title),
            Styled(" ".join(f"#{plain_line(tag)}" for tag in summary.tags), "faint"),
            Styled(summary.id, "faint"),
        ]
        for summary in summaries
    ]
    for row in align(rows, room=columns(), gives_way=len(rows[0]) - 3):
        say(*row)


def say_article(summary: ArticleSummary, article: Article, claims: Sequence[Claim]) -> None:
    """The cleaned article with the glyph and the number of each claim in the margin."""
    say_heading(summary, article)
    digits = len(str(len(claims)))
    marks = _marks(claims)
    before = None
    for at, paragraph in enumerate(article.paragraphs):
        if at == 0 and paragraph.text == article.title and at not in marks:
            continue
        if paragraph.post is None or paragraph.post != before:
            say()
        before = paragraph.post
        _say_paragraph(paragraph, marks.get(at, ()), digits)


def say_heading(summary: ArticleSummary, article: Article) -> None:
    """Title, where it is from, and how its claims stand."""
    # An article without a title goes by its first words, and those are about to be read anyway.
    for line in wrap(plain_line(article.title), text_columns()) if article.title else ():
        say(Styled(line.text, "strong"))
    facts = [article.byline, _date(summary), summary.source, *(f"#{tag}" for tag in summary.tags)]
    say(Styled(" · ".join(plain_line(fact) for fact in facts if fact), "faint"))
    if summary.archive:
        say(Styled(f"copy{summary.archived and f' of {summary.archived[:10]}'}: {summary.archive}", "faint"))
    if summary.versions > 1:
        say(Styled(f"version {summary.versions}; tuifact diff {summary.id} shows what changed", "faint"))
    say(tally_words(summary.tally), Styled(f"   {summary.id}", "faint"))


def say_claims(claims: Sequence[Claim], numbers: Mapping[str, int]) -> None:
    """Each claim with its number, status, id, worth and speaker in a line, and its words below."""
    digits = max((len(str(number)) for number in numbers.values()), default=0)
    rows = [_facts(claim, numbers.get(claim.id), digits) for claim in claims]
    indent = " " * (digits + 2 if digits else 2)
    for claim, row in zip(claims, align(rows), strict=True):
        say(*row)
        for line in wrap(plain_line(claim.text), text_columns() - len(indent)):
            say(indent, line.text)
        for name, text in _beside(claim):
            for line in wrap(plain_line(text), text_columns() - len(indent) - len(name) - 2):
                say(indent, Styled(f"{name}  ", "faint"), line.text)


def status_word(status: Status) -> Styled:
    """`✓ verified`, in the colour of the status."""
    return Styled(f"{status.glyph} {status.value}", status.value)


def excerpt(desk: Desk, claim: str) -> str:
    """The first words of the claim; nothing when its article no longer has it, as the history still does."""
    try:
        return cut(plain_line(desk.claim(claim).text), EXCERPT) if claim else ""
    except NotFound:
        return ""


def number_claims(claims: Sequence[Claim]) -> dict[str, int]:
    """The number each claim of an article has on its page, by its id."""
    return {claim.id: number for number, claim in enumerate(claims, 1)}


def _beside(claim: Claim) -> list[tuple[str, str]]:
    """What is said beside the status, by name, as far as anything is."""
    said = [("rating", claim.rating), ("verdict", claim.verdict), ("confidence", claim.confidence or "")]
    said += [("note", claim.note), ("correction", claim.correction)]
    return [(name, text) for name, text in said if text]


def _number(tally: Tally, status: Status) -> int:
    return tally_record(tally)[status.value]


def _count(tally: Tally, status: Status, digits: int) -> Styled:
    number = _number(tally, status)
    return Styled(f"{status.glyph} {number:>{digits}}", status.value if number else "faint")


def _date(summary: ArticleSummary) -> str:
    return summary.published.isoformat() if summary.published else ""


def _facts(claim: Claim, number: int | None, digits: int) -> list[Piece]:
    changed = "text changed since" if claim.text_changed else ""
    facts = [status_word(claim.status), Styled(claim.id, "faint"), claim.band.value, claim.kind.value]
    facts += [plain_line(claim.speaker or ""), changed, _sources(claim), _reviewed(claim)]
    return [f"{number:>{digits}}", *facts] if number is not None else facts


def _sources(claim: Claim) -> str:
    count = len(claim.evidence)
    return f"{count} source{'' if count == 1 else 's'}" if count else ""


def _reviewed(claim: Claim) -> str:
    if claim.signature is None:
        return ""
    return f"signed off by {plain_line(claim.signature.by)}" if claim.signed else "sign-off void: changed since"


def _marks(claims: Sequence[Claim]) -> dict[int, list[Mark]]:
    marks: dict[int, list[Mark]] = {}
    for number, claim in enumerate(claims, 1):
        glyph = CHANGED if claim.text_changed else claim.status.glyph
        mark = Mark(claim.start, glyph, number, claim.status.value)
        marks.setdefault(claim.paragraph, []).append(mark)
    return marks


def _say_paragraph(paragraph: Paragraph, marks: Sequence[Mark], digits: int) -> None:
    before = _BEFORE.get(paragraph.kind, "")
    for line in wrap(paragraph.text, text_columns() - digits - 4 - len(before), marks):
        text = Styled(line.text, "strong") if paragraph.kind == "heading" else line.text
        say(*_margin(line.mark, digits), before, text)


def _margin(mark: Mark | None, digits: int) -> tuple[Piece, ...]:
    return (Styled(f"{mark.glyph} {mark.number:>{digits}}", mark.style), "  ") if mark else (" " * (digits + 4),)
