"""The end of the page: corrections, sources, questions, method, the record of decisions, the article itself."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from tuifact.reports.content.marked import Mark, MarkedParagraph
from tuifact.reports.content.phrases import enumerated
from tuifact.reports.content.questions import Asked
from tuifact.reports.content.sources import NAMELESS, Source
from tuifact.reports.html.frame import Frame
from tuifact.reports.html.markup import Markup, element, joined, lines, link
from tuifact.reports.html.overview import claim_link, sentence
from tuifact.reports.html.page import section


def corrections_section(frame: Frame) -> Markup:
    """Wordings proposed to the editor; nothing when there are none."""
    rows = [
        element(
            "tr", element("td", claim_link(claim.reference), class_="number"),
            element("td", lines(claim.text), dir="auto", lang=frame.language),
            element("td", lines(claim.correction), dir="auto"),
        )
        for claim in frame.content.corrections
    ]  # fmt: skip
    if not rows:
        return Markup()
    return part(frame, "corrections", "Suggested corrections", table(("Claim", "As written", "Proposed"), rows))


def sources_section(frame: Frame) -> Markup:
    """All sources, each once, by their numbers; nothing when there are none."""
    if not frame.content.sources:
        return Markup()
    items = joined((source_item(frame, source) for source in frame.content.sources), "\n")
    return part(frame, "sources", "Sources", element("ol", Markup(f"\n{items}\n"), class_="sources"))


def source_item(frame: Frame, source: Source) -> Markup:
    """A source: what it is, where it is and where it was archived, which claims use it."""
    places = [link(source.url, source.url) if source.url else element("code", source.place) if source.place else ""]
    places += [joined(["archived at ", link(archive, archive)]) for archive in source.archives]
    noun = "claim" if len(source.claims) == 1 else "claims"
    facts = [*source.facts, joined([f"for {noun} ", sentence(enumerated(source.claims))])]
    shown = [
        element("p", ", ".join(filter(None, (source.name, source.publisher))) or NAMELESS, dir="auto"),
        element("p", joined(places, ", "), class_="address") if any(places) else "",
        element("p", joined(facts, " · "), class_="facts"),
    ]
    return element("li", *shown, id=frame.source_id(source.number))


def questions_section(frame: Frame) -> Markup:
    """Questions and replies by person; nothing when nobody was asked anything."""
    parts: list[Markup] = []
    for person in frame.content.people:
        left = f", {person.open} open" if person.open else ""
        items = joined(map(question_item, person.questions), "\n")
        parts.append(element("p", element("strong", person.name or "Somebody"), left))
        parts.append(element("ul", Markup(f"\n{items}\n"), class_="plain"))
    return part(frame, "questions", "Questions and replies", *parts) if parts else Markup()


def question_item(question: Asked) -> Markup:
    """A question and what came back."""
    about = joined([", claim ", claim_link(question.claim)]) if question.claim else ""
    answer = ""
    if not question.is_open:
        facts = element("span", f"Answered on {question.answered}", class_="facts")
        answer = element("p", lines(question.answer), " ", facts, dir="auto")
    facts = element("span", question.heading, about, class_="facts")
    return element("li", element("p", lines(question.text), " ", facts, dir="auto"), answer)


def method_section(frame: Frame) -> Markup:
    """How claims were chosen, the scale, and what cleaning did to the text."""
    content = frame.content
    said = [content.chosen if frame.alone else "", content.cleaning]
    parts = [element("p", one) for one in said if one]
    if content.warnings:
        parts.append(element("p", "What a reader should know of the text:"))
        parts.append(element("ul", *(element("li", warning) for warning in content.warnings), class_="plain"))
    if frame.alone:
        parts.append(fingerprints(frame))
    return part(frame, "method", "Method" if frame.alone else "Cleaning", *parts) if parts else Markup()


def fingerprints(frame: Frame) -> Markup:
    """What the text can be held against."""
    rows = {"original": frame.content.summary.sha256, "cleaned text": frame.content.sha256_text}
    return element("p", "SHA-256: ", *_listed(rows), class_="facts")


def _listed(rows: dict[str, str]) -> Iterator[Markup]:
    for place, (name, digest) in enumerate(rows.items()):
        yield joined([", " if place else "", f"{name} ", element("code", digest)])


def log_section(frame: Frame) -> Markup:
    """Every decision in its order, undone ones too; nothing when none was made."""
    rows = [
        element(
            "tr", element("td", one.at), element("td", one.by), element("td", claim_link(one.claim), class_="number"),
            element("td", one.change),
        )
        for one in frame.content.log
    ]  # fmt: skip
    return part(frame, "log", "Change log", table(("Time (UTC)", "Who", "Claim", "Change"), rows)) if rows else Markup()


def article_section(frame: Frame) -> Markup:
    """The cleaned article with claim marks."""
    runs = [
        _run(frame, kind, [paragraph(frame, one) for one in run])
        for (kind, _), run in groupby(frame.content.paragraphs, key=_belongs_together)
    ]
    return part(frame, "article", "The article as it was checked", *runs) if runs else Markup()


def paragraph(frame: Frame, marked: MarkedParagraph) -> Markup:
    """A paragraph with its number and the marks of its claims."""
    shown = joined((joined(map(_piece, pieces)) for pieces in marked.lines), "<br>\n")
    number = element("span", f"¶{marked.number}", class_="pilcrow")
    name = "li" if marked.kind == "list" else "p"
    return element(
        name, number, " ", shown, dir="auto", lang=frame.language, class_="title" if marked.kind == "heading" else None
    )


def part(frame: Frame, name: str, title: str, *content: Markup) -> Markup:
    """A section of the article's report."""
    return section(frame.id(name), frame.level + 1, title, *content)


def table(heads: tuple[str, ...], rows: list[Markup]) -> Markup:
    """A table with its head."""
    head = element("thead", element("tr", *(element("th", name, scope="col") for name in heads)))
    body = Markup("\n".join(["", head, element("tbody", Markup("\n" + "\n".join(rows) + "\n")), ""]))
    return element("div", element("table", body), class_="wide", tabindex="0", role="group", aria_label="Table")


def _piece(piece: str | Mark) -> Markup | str:
    if isinstance(piece, str):
        return piece
    words = str(piece)
    if not piece.claim.anchor:
        return words
    said = f"Claim {piece.claim}, {piece.status}"
    return joined([" ", link(f"#{piece.claim.anchor}", words, class_=f"mark {piece.status}", aria_label=said), " "])


def _run(frame: Frame, kind: str, blocks: list[Markup]) -> Markup:
    body = Markup("\n" + "\n".join(blocks) + "\n")
    if kind == "list":
        return element("ul", body, class_="plain text")
    if kind in ("quote", "post"):
        return element("blockquote", body, class_="text")
    return element("div", body, class_="text")


def _belongs_together(marked: MarkedParagraph) -> tuple[str, object]:
    if marked.kind in ("list", "prose", "heading"):
        return ("list" if marked.kind == "list" else "prose"), ""
    return marked.kind, marked.post or marked.number
