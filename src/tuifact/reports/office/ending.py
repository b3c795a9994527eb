"""The end of the document: what was left out, corrections, sources, questions, method, the record, the article."""

from __future__ import annotations

from collections.abc import Iterator

from tuifact.reports.content.article import ArticleContent
from tuifact.reports.content.marked import Mark, MarkedParagraph
from tuifact.reports.content.phrases import enumerated
from tuifact.reports.content.sources import NAMELESS, Source
from tuifact.reports.office.blocks import Block, Run, Style, claim_run, heading, item, runs, spoken, style_of, text


def ending(content: ArticleContent, level: int) -> Iterator[Block]:
    """The sections after the claims; those that would be empty are left out."""
    for title, section in (
        ("Not checked", unchecked(content)),
        ("Suggested corrections", corrections(content)),
        ("Sources", sources(content)),
        ("Questions and replies", questions(content)),
        ("Method", method(content)),
        ("Change log", log(content)),
        ("The article as it was checked", article(content)),
    ):
        blocks = list(section)
        if blocks:
            yield heading(level, title)
            yield from blocks


def unchecked(content: ArticleContent) -> Iterator[Block]:
    """Sentences that were read and left out of the check, by reason."""
    for group in content.unchecked:
        yield text(group.reason)
        for sentence in group.sentences:
            speaker = f"{sentence.speaker}, " if sentence.speaker else ""
            yield item(sentence.text, Run(f"  {speaker}paragraph {sentence.paragraph + 1}", "soft"))


def corrections(content: ArticleContent) -> Iterator[Block]:
    """Wordings proposed to the editor."""
    rows = tuple(
        ((claim_run(claim.reference),), runs([claim.text]), runs([claim.correction])) for claim in content.corrections
    )
    if rows:
        yield Block("table", heads=("Claim", "As written", "Proposed"), rows=rows, shares=(10, 45, 45))


def sources(content: ArticleContent) -> Iterator[Block]:
    """All sources, each once, by their numbers."""
    for source in content.sources:
        name = f"source-{source.number}"
        anchor = f"article-{content.number}-{name}" if content.number else name
        named = ", ".join(filter(None, (source.name, source.publisher))) or NAMELESS
        yield text(Run(f"{source.number}.  ", "strong"), named, anchor=anchor)
        yield Block("item", runs(_places(source)), "facts", level=1)


def _places(source: Source) -> Iterator[Run]:
    """Where a source is and was archived, what kind it is, which claims use it."""
    if source.url:
        yield Run(source.url, link=source.url)
        yield Run(" · ", "soft")
    elif source.place:
        yield Run(source.place, "code")
        yield Run(" · ", "soft")
    for archive in source.archives:
        yield Run("archived at ", "soft")
        yield Run(archive, link=archive)
        yield Run(" · ", "soft")
    noun = "claim" if len(source.claims) == 1 else "claims"
    yield Run(" · ".join([*source.facts, f"for {noun} "]), "soft")
    yield from spoken(enumerated(source.claims), "soft")


def questions(content: ArticleContent) -> Iterator[Block]:
    """Questions and replies by person."""
    for person in content.people:
        yield text(Run(person.name or "Somebody", "strong"), f", {person.open} open" if person.open else "")
        for question in person.questions:
            about = [Run(", claim ", "soft"), claim_run(question.claim)] if question.claim else []
            yield item(question.text, Run(f"  {question.heading}", "soft"), *about)
            if not question.is_open:
                yield item(question.answer, Run(f"  Answered on {question.answered}", "soft"), level=1)


def method(content: ArticleContent) -> Iterator[Block]:
    """How claims were chosen, the scale, what cleaning did to the text."""
    said = [content.chosen if not content.number else "", content.cleaning]
    yield from (text(one) for one in said if one)
    if content.warnings:
        yield text("What a reader should know of the text:")
        yield from (item(warning) for warning in content.warnings)
    if not content.number:
        prints = [Run("SHA-256: original "), Run(content.summary.sha256, "code"), Run(", cleaned text ")]
        yield text(*prints, Run(content.sha256_text, "code"), look="facts")


def log(content: ArticleContent) -> Iterator[Block]:
    """Every decision in its order, undone ones too."""
    rows = tuple(
        (runs([entry.at]), runs([entry.by]), (claim_run(entry.claim),), runs([entry.change])) for entry in content.log
    )
    if rows:
        heads = ("Time (UTC)", "Who", "Claim", "Change")
        yield Block("table", heads=heads, rows=rows, shares=(26, 16, 10, 48))


def article(content: ArticleContent) -> Iterator[Block]:
    """The cleaned article with claim marks."""
    yield from map(paragraph, content.paragraphs)


def paragraph(marked: MarkedParagraph) -> Block:
    """A paragraph with its number and the marks of its claims."""
    parts: list[Run] = [Run(f"¶{marked.number}  ", "soft")]
    style: Style = "strong" if marked.kind == "heading" else ""
    for place, pieces in enumerate(marked.lines):
        parts += [Run("\n")] if place else []
        parts += [_mark(piece) if isinstance(piece, Mark) else Run(piece, style) for piece in pieces]
    if marked.kind == "list":
        return item(*parts)
    return Block("quote" if marked.kind in ("quote", "post") else "text", runs(parts))


def _mark(mark: Mark) -> Run:
    link = f"#{mark.claim.anchor}" if mark.claim.anchor else ""
    return Run(f" [{mark}] ", style_of(mark.status), link)
