"""The middle of the page: a card a claim, and the sentences nobody needs to check."""

from __future__ import annotations

from collections.abc import Iterator

from tuifact.model.claim import Sentence
from tuifact.reports.content.claims import ClaimContent, Earlier
from tuifact.reports.content.sources import NAMELESS, EvidenceGroup, SourceUse
from tuifact.reports.html.frame import Frame
from tuifact.reports.html.markup import Markup, element, joined, lines, link, paragraphs
from tuifact.reports.html.overview import chip
from tuifact.reports.html.page import heading, section


def claim_card(frame: Frame, claim: ClaimContent) -> Markup:
    """A claim: its verdict, its words as they stand in the article, why, what speaks for and against."""
    level, name = frame.level + 2, f"{claim.anchor}-title"
    parts = [
        element("header", heading(level, claim.name, id=name), chip(claim), verdict_facts(claim)),
        paragraphs(claim.verdict, class_="ruling", dir="auto"),
        quotation(frame, claim),
        *(element("p", warning, class_="warning") for warning in claim.warnings),
        paragraphs(claim.note, class_="note", dir="auto"),
        element("p", claim.origin, class_="facts") if claim.origin else "",
        *(evidence_part(frame, group) for group in claim.evidence),
        correction(claim),
        titled(level + 1, "Earlier checks", map(earlier_item, claim.earlier)),
        titled(level + 1, "Weak points of the sourcing", (element("li", finding) for finding in claim.findings)),
        element("p", claim.signed, class_="signed") if claim.signed else "",
        internal(claim),
    ]
    body = Markup("\n" + joined(parts, "\n") + "\n")
    return element("article", body, class_=f"claim {claim.status}", id=claim.anchor, aria_labelledby=name)


def verdict_facts(claim: ClaimContent) -> Markup:
    """How sure the verdict is, who gave it and when, or that it is still to be given."""
    who = f"{claim.by}, {claim.at}" if claim.at else claim.by
    last = claim.standing or (f"last changed by {who}" if claim.status == "unverified" and who else who)
    facts = [f"{claim.confidence} confidence" if claim.confidence else "", last]
    return element("p", " · ".join(filter(None, facts)), class_="facts")


def quotation(frame: Frame, claim: ClaimContent) -> Markup:
    """The exact words, and under them who said them, where, and why they are worth a check."""
    reasons = f" ({', '.join(claim.reasons)})" if claim.reasons else ""
    said = f"Said by {claim.said_by}, in paragraph {claim.paragraph}. Worth checking: {claim.kind}{reasons}."
    words = element("blockquote", element("p", lines(claim.text), dir="auto", lang=frame.language))
    return element("figure", words, element("figcaption", said))


def evidence_part(frame: Frame, group: EvidenceGroup) -> Markup:
    """The sources of one stance."""
    title = heading(frame.level + 3, group.title)
    items = joined((evidence_item(frame, use) for use in group.uses), "\n")
    return joined([title, element("ul", Markup(f"\n{items}\n"), class_=f"evidence {group.stance}")], "\n")


def evidence_item(frame: Frame, use: SourceUse) -> Markup:
    """A source as the claim uses it."""
    name = use.name or NAMELESS
    named = [link(use.url, name) if use.url else name, use.publisher, use.locator]
    facts = [*use.facts, link(use.archive, "archived copy") if use.archive else ""]
    facts.append(link(f"#{frame.source_id(use.source)}", f"source {use.source}"))
    quoted = element("blockquote", paragraphs(use.quote, dir="auto")) if use.quote.strip() else ""
    return element("li", element("p", joined(named, ", ")), quoted, element("p", joined(facts, " · "), class_="facts"))


def correction(claim: ClaimContent) -> Markup:
    """The wording proposed to the editor."""
    if not claim.correction.strip():
        return Markup()
    return element("p", element("strong", "Suggested correction:"), " ", lines(claim.correction), class_="correction")


def earlier_item(check: Earlier) -> Markup:
    """What came of an earlier check."""
    verdict = check.verdict or "no verdict"
    by = f" by {check.source}" if check.source else ""
    when = f", {check.day}" if check.day else ""
    told = link(check.url, f"{verdict}{by}{when}") if check.url else f"{verdict}{by}{when}"
    why = f" It differs: {check.why}." if check.why else ""
    return element("li", f"{check.relation}, “{check.text}”: ", told, f".{why}")


def titled(level: int, title: str, items: Iterator[Markup]) -> Markup:
    """A list with its heading; nothing when it is empty."""
    listed = joined(items, "\n")
    return joined([heading(level, title), element("ul", Markup(f"\n{listed}\n"))], "\n") if listed else listed


def internal(claim: ClaimContent) -> Markup:
    """The internal note, set apart from what may be published."""
    if not claim.internal_note.strip():
        return Markup()
    title = element("p", element("strong", "Internal note, not for publication"))
    return element("aside", title, paragraphs(claim.internal_note, dir="auto"), class_="internal")


def unchecked_section(frame: Frame) -> Markup:
    """Sentences that were read and left out of the check, by reason; nothing when there are none."""
    parts: list[Markup] = []
    for group in frame.content.unchecked:
        items = [unchecked_item(frame, one) for one in group.sentences]
        parts += [element("p", group.reason), element("ul", *items, class_="plain")]
    return section(frame.id("not-checked"), frame.level + 1, "Not checked", *parts) if parts else Markup()


def unchecked_item(frame: Frame, sentence: Sentence) -> Markup:
    """A sentence nobody needs to check, and where it stands."""
    speaker = f"{sentence.speaker}, " if sentence.speaker else ""
    place = element("span", f"{speaker}paragraph {sentence.paragraph + 1}", class_="facts")
    return element("li", element("span", sentence.text, dir="auto", lang=frame.language), " ", place)
