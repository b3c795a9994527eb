"""What changed in a text since it was checked: the claims that touches, word by word, then the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from tuifact.model.differences import paragraphs_of
from tuifact.model.plain import plain_text
from tuifact.tui.screens.blocks import BlocksScreen

if TYPE_CHECKING:
    from tuifact.model import ClaimChange, Difference, Revision

MARKS = {"removed": ("[-", "-]", "$claim-disputed"), "added": ("{+", "+}", "$claim-verified")}
"""As `wdiff` writes them: readable without colour."""

KEYS = {"enter": "check again", "y": "keep the verdict"}


def revision_screen(revision: Revision) -> BlocksScreen:
    """The window; its blocks are `revision.touched`."""
    blocks = map(_told, revision.touched)
    return BlocksScreen(_title(revision), list(blocks), KEYS, list(text_with_changes(revision.passages)))


def _title(revision: Revision) -> str:
    count, total = len(revision.touched), len(revision.claims)
    if not count:
        return f"From version {revision.old.number} to {revision.new.number}: no checked claim was touched"
    return f"Changed since it was checked: {count} of {total} claims"


def _told(change: ClaimChange) -> Content:
    status = change.claim.status
    fate = "not in the text any more" if change.fate == "vanished" else "changed"
    facts = Content.assemble("! ", (f"{status.glyph} {status}", f"$claim-{status}"), f"   {fate}")
    words = (_marked(passage.kind, plain_text(passage.text)) for passage in change.passages)
    return Content("\n").join([Content("").join(words), facts])


def _marked(kind: str, text: str) -> Content:
    words = text.strip()
    if kind not in MARKS or not words:
        return Content(text)
    before, after, colour = MARKS[kind]
    start = text.index(words)
    return Content.assemble(text[:start], (f"{before}{words}{after}", colour), text[start + len(words) :])


def text_with_changes(passages: Iterable[Difference]) -> Iterator[Content]:
    """The paragraphs that changed, a blank line before each; between them how many did not."""
    same = 0
    for paragraph in paragraphs_of(passages):
        if all(kind == "same" for kind, _ in paragraph):
            same += bool(paragraph)
            continue
        yield from _counted(same)
        same = 0
        yield Content("")
        yield Content("").join(_marked(kind, plain_text(text)) for kind, text in paragraph)
    yield from _counted(same)


def _counted(same: int) -> Iterator[Content]:
    if same:
        yield Content("")
        yield Content.styled(f"… {same} paragraph{'' if same == 1 else 's'} unchanged …", "$quiet")
