"""What a claim's card says, section by section: whoever adds to the card adds a function to the list of sections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from tuifact.model import Claim, Status
from tuifact.model.plain import plain_line, plain_text
from tuifact.tui.widgets.card_grounds import evidence, evidence_in_a_line, questions, signature
from tuifact.tui.widgets.particulars import GAP, Particulars, Section, fact, heading, shortened

if TYPE_CHECKING:
    from tuifact.model import EarlierCheck

FIGURE_GAP = " · "
"""Between two figures."""

EARLIER_CELLS, NAME_CELLS = 24, 20
"""Of a line on an earlier check: what is kept for how it is alike, and what a long name is cut to."""


def tall_card(about: Particulars) -> list[Content]:
    """The card beside the text: its sections, a blank line between them."""
    lines: list[Content] = []
    for section in SECTIONS:
        if found := section(about):
            lines += [Content(""), *found] if lines else found
    return lines


def low_card(about: Particulars) -> list[Content]:
    """The card below the text, which shows the claim itself: the rest in a few lines, each as far as it has room; what
    is to be settled is said in full."""
    lines = [line for section in LOW_SECTIONS for line in section(about)]
    head, *rest = [line.truncate(about.cells, ellipsis=True) for line in [_head_in_a_line(about), *lines]]
    return [head, *_contested(about), *rest]


def _number(about: Particulars) -> Sequence[Content]:
    band = (about.claim.band.value, "$quiet")
    return [Content.assemble((f"Claim {about.number:,} of {about.among:,}", "bold"), GAP, band)]


def _words(about: Particulars) -> Sequence[Content]:
    return [Content(plain_text(about.claim.text))]


def _facts(about: Particulars) -> Sequence[Content]:
    return [fact(name, value, about.cells) for name, value in _known(about)]


def _known(about: Particulars) -> Iterator[tuple[str, str]]:
    claim = about.claim
    yield "said by", plain_line(claim.speaker) if claim.speaker else "the article itself"
    yield "kind", claim.kind.value
    if about.figures:
        yield "figures", FIGURE_GAP.join(about.figures)
    if claim.reasons:
        yield "because", ", ".join(claim.reasons)


def _decision(about: Particulars) -> Sequence[Content]:
    claim = about.claim
    lines = [Content(GAP).join([_standing(claim), *_sure(claim)])]
    if claim.verdict:
        lines.append(Content(plain_text(claim.verdict)))
    if claim.by:
        lines.append(fact("by", f"{plain_line(claim.by)}, {claim.at[:10]}", about.cells))
    if claim.origin:
        lines.append(fact("from", plain_line(claim.origin), about.cells))
    lines += [*signature(about), *_contested(about)]
    if claim.text_changed:
        lines.append(Content.styled("! the text was changed since this verdict", "$claim-disputed"))
    return lines


def _sure(claim: Claim) -> Sequence[Content]:
    said = [plain_line(claim.rating)] if claim.rating else []
    if claim.confidence:
        said.append(f"{claim.confidence} confidence")
    return [Content.styled(words, "$quiet") for words in said]


def _correction(about: Particulars) -> Sequence[Content]:
    words = about.claim.correction
    return [heading("Correction"), Content(plain_text(words))] if words else []


def earlier_in_a_line(check: EarlierCheck, cells: int | None = None) -> Content:
    """`≈ differs, number: 1.5 → 1.2   ✗ disputed, ana, 2026-03-04`; where so many cells are too few, what differs and
    then the names give way to the verdict and the day."""
    relation = f"{check.relation}, {plain_line(check.why)}" if check.relation == "differs" else check.relation
    day = check.date.isoformat() if check.date else ""
    names = [plain_line(check.verdict), plain_line(check.source)]
    told = ", ".join(filter(None, (*names, day)))
    if cells is not None and cell_len(told) > cells - EARLIER_CELLS:
        names = [shortened(name, NAME_CELLS) for name in names]
        told = ", ".join(filter(None, (*names, day)))
    if cells is not None:
        relation = shortened(relation, cells - cell_len(told) - len("≈ ") - len(GAP) - len("✗ "))
    if check.origin == "library":
        status = Status(check.verdict)
        return Content.assemble(f"≈ {relation}{GAP}", (f"{status.glyph} ", f"$claim-{status}"), told)
    return Content(f"≈ {relation}{GAP}{told}")


def _earlier(about: Particulars) -> Sequence[Content]:
    lines = [earlier_in_a_line(check) for check in about.earlier]
    if about.twins:
        times = f"said in the same words {about.twins} more time{'' if about.twins == 1 else 's'}"
        decided = about.claim.status is not Status.UNVERIFIED
        lines.append(Content.assemble(times, (f"{GAP}{about.twins_key}" if decided else "", "$quiet")))
    head = Content.assemble(("Earlier checks", "bold"), (f"{GAP}{about.earlier_key}", "$quiet"))
    return [head, *lines] if about.earlier else lines


def _earlier_in_a_line(about: Particulars) -> Sequence[Content]:
    more = Content.styled(f"{GAP}{len(about.earlier) - 1} more", "$quiet") if len(about.earlier) > 1 else Content("")
    return [earlier_in_a_line(check, about.cells - more.cell_length) + more for check in about.earlier[:1]]


def _note(about: Particulars) -> Sequence[Content]:
    note = about.claim.note
    return [heading("Note"), Content(plain_text(note))] if note else []


def _internal_note(about: Particulars) -> Sequence[Content]:
    note = about.claim.internal_note
    return [heading("For the desk only"), Content(plain_text(note))] if note else []


def _head_in_a_line(about: Particulars) -> Content:
    claim = about.claim
    head = [Content.styled(f"{about.number:,} of {about.among:,}", "bold"), _standing(claim)]
    if claim.text_changed:
        head.append(Content.styled("! text changed", "$claim-disputed"))
    head += [*_sure(claim), Content.styled(claim.band.value, "$quiet")]
    head.append(Content(claim.kind.value))
    if claim.speaker:
        head.append(Content(f"said by {plain_line(claim.speaker)}"))
    return Content(GAP).join(head)


def _reasons_in_a_line(about: Particulars) -> Sequence[Content]:
    told = [FIGURE_GAP.join(about.figures)] if about.figures else []
    if reasons := about.claim.reasons:
        told.append(f"because {', '.join(reasons)}")
    return [Content.styled(GAP.join(told), "$quiet")] if told else []


def _words_in_a_line(about: Particulars) -> Sequence[Content]:
    """The verdict in words, and the note."""
    return [Content(plain_line(words)) for words in (about.claim.verdict, about.claim.note) if words]


def _contested(about: Particulars) -> Sequence[Content]:
    """Both verdicts, and the way out."""
    if not about.claim.contested:
        return []
    both = ", ".join(f"{event.now.glyph} {event.now} by {plain_line(event.by)}" for event in about.contest)
    words = f"! decided differently: {both or 'in another copy'}; decide to settle it"
    return [Content.styled(words, "$claim-disputed")]


def _standing(claim: Claim) -> Content:
    return Content.styled(f"{claim.status.glyph} {claim.status.value}", f"bold $claim-{claim.status.value}")


SECTIONS: tuple[Section, ...] = (
    _number,
    _words,
    _facts,
    _decision,
    evidence,
    _earlier,
    questions,
    _note,
    _correction,
    _internal_note,
)
"""Of the card beside the text, from top to bottom."""

LOW_SECTIONS: tuple[Section, ...] = (
    evidence_in_a_line,
    _earlier_in_a_line,
    _words_in_a_line,
    _reasons_in_a_line,
)
"""Of the card below the text, after its first line: what matters most comes first, for there is little room."""
