"""The top of the page: title, bottom line, the bar, the summary table."""

from __future__ import annotations

from tuifact.model.verdict import Status, Tally
from tuifact.reports.addresses import web_address
from tuifact.reports.content.article import ArticleContent
from tuifact.reports.content.claims import ClaimContent
from tuifact.reports.content.phrases import Phrase, Reference
from tuifact.reports.html.frame import Frame
from tuifact.reports.html.markup import Markup, element, joined, link, text
from tuifact.reports.html.page import heading
from tuifact.reports.words import count_of, shortened

CLAIM_LENGTH = 110
"""Characters of a claim in the summary table."""


def masthead(frame: Frame) -> Markup:
    """What was checked: title, whose it is, where it was read."""
    content = frame.content
    label = "Fact-check" if frame.alone else f"Article {content.number}"
    head = heading(frame.level, content.title, id=frame.id("title"), dir="auto")
    parts = [element("p", label, class_="label"), head, provenance(content)]
    return element("header", Markup("\n" + joined(parts, "\n") + "\n"), class_="masthead")


def provenance(content: ArticleContent) -> Markup:
    """Whose article it is, of when, and where it was read."""
    written, read = content.provenance
    source = content.summary.source
    url = web_address(source)
    place = link(url, source) if url else "standard input" if source == "-" else element("code", source)
    if source:
        read = f"{read}, from " if read else "Retrieved from "
    end = joined([read, place if source else "", "." if read else ""])
    parts = joined([written, end], " ")
    return element("p", parts, class_="provenance") if parts else parts


def bottom_line(frame: Frame) -> Markup:
    """How the check stands: sentences, the bar, how much was read, the sign-off."""
    content = frame.content
    signed = content.sign_off
    parts = [
        heading(frame.level + 1, "Bottom line", id=frame.id("bottom-line")),
        element("p", sentence(content.bottom_line), class_="lead"),
        tally_bar(content.tally),
        element("p", content.coverage.sentence, class_="coverage") if content.coverage.sentence else "",
        element("p", glyph(signed.glyph), " ", sentence(signed.phrase), class_=f"signoff {signed.state}")
        if signed.phrase
        else "",
    ]
    body = Markup("\n" + joined(parts, "\n") + "\n")
    return element("section", body, class_="bottom-line", aria_labelledby=frame.id("bottom-line"))


def tally_bar(tally: Tally) -> Markup:
    """The statuses as parts of a bar, and as words with their numbers."""
    if not tally.total:
        return Markup()
    parts, start = [], 0.0
    for status in Status:
        share = 100 * count_of(tally, status) / tally.total
        if share:
            parts.append(element("rect", x=f"{start:.3f}%", width=f"{share:.3f}%", height="100%", class_=status.value))
        start += share
    said = ", ".join(f"{count_of(tally, status):,} {status.value}" for status in Status)
    bar = element("svg", *parts, role="img", aria_label=said, class_="bar", width="100%", height="10")
    return joined([bar, legend(tally)], "\n")


def legend(tally: Tally) -> Markup:
    """The numbers by status, each with glyph and word."""
    items = [
        element(
            "li", glyph(status.glyph), " ", element("strong", f"{count_of(tally, status):,}"), f" {status.value}",
            class_=status.value,
        )
        for status in Status
    ]  # fmt: skip
    return element("ul", *items, class_="legend")


def summary_table(frame: Frame) -> Markup:
    """A row a claim; each leads to its section."""
    heads = joined(element("th", name, scope="col") for name in ("No.", "Claim", "Said by", "Verdict", "Sources"))
    rows = joined((summary_row(frame, claim) for claim in frame.content.claims), "\n")
    table = [element("thead", element("tr", heads)), element("tbody", Markup(f"\n{rows}\n"))]
    return element("table", Markup("\n" + joined(table, "\n") + "\n"), class_="summary")


def summary_row(frame: Frame, claim: ClaimContent) -> Markup:
    """A claim in the summary."""
    sources = joined((link(f"#{frame.source_id(number)}", str(number)) for number in claim.sources), ", ")
    cells = [
        element("td", link(f"#{claim.anchor}", str(claim.number)), class_="number"),
        element("td", shortened(claim.text, CLAIM_LENGTH), class_="words", dir="auto"),
        element("td", claim.speaker or "the article", class_="speaker"),
        element("td", chip(claim), element("span", " look again", class_="warn") if claim.warnings else ""),
        element("td", sources or "none", class_="sources"),
    ]
    return element("tr", *cells)


def chip(claim: ClaimContent) -> Markup:
    """A verdict: glyph and word, and its colour for whoever sees it."""
    words = claim.verdict_words.removeprefix(claim.glyph).lstrip()
    return element("span", glyph(claim.glyph), " ", words, class_=f"chip {claim.status}")


def glyph(sign: str) -> Markup:
    """A sign beside words that say the same."""
    return element("span", sign, aria_hidden="true", class_="glyph")


def sentence(phrase: Phrase) -> Markup:
    """A sentence with its links."""
    return joined(claim_link(piece) if isinstance(piece, Reference) else piece for piece in phrase)


def claim_link(reference: Reference | None) -> Markup:
    """A claim's number, which leads to its section where there is one; a dash for a claim that is gone."""
    if reference is None:
        return text("–")
    number = str(reference.number)
    return link(f"#{reference.anchor}", number) if reference.anchor else text(number)
