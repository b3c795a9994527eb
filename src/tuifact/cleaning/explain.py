"""What cleaning changed, found again when somebody asks: the same steps, each compared with the one before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tuifact.cleaning.blocks import Block
from tuifact.cleaning.decode import decode
from tuifact.cleaning.edits import Edit, Piece, compose, find_edits
from tuifact.cleaning.evidence import Evidence
from tuifact.cleaning.fixes import Step, choose_fixes
from tuifact.cleaning.reading import arrange, read_page
from tuifact.cleaning.spacing import Respacer, cut_long
from tuifact.model.article import Repair
from tuifact.model.original import Original

Names = tuple[tuple[str, re.Pattern[str]], ...]
"""Names of changes, each with what it is known by in the text before; the first that is found counts."""

_MARKUP: Names = (
    ("hidden character", re.compile("[\u200b\u00ad\ufeff\u2060]+")),
    ("paragraph mark", re.compile(r"</?p>|& ?nbsp ?;|&#160;|&#xa0;|\u00a0", re.IGNORECASE)),
    ("markup", re.compile("<")),
    ("highlight mark", re.compile(r"\A@highlight\Z")),
    ("stop between lines", re.compile(r"\A *\. *\Z")),
    ("mail head", re.compile(r"\A[A-Z][A-Za-z-]+: ?.*\n[A-Z][A-Za-z-]+:")),
    ("front matter", re.compile(r"\A---")),
    ("quotation mark of a mail", re.compile(">|& ?gt ?;")),
    ("Markdown mark", re.compile(r"\S")),
    ("line end", re.compile("")),
)
_SPACING: Names = (
    ("lost character", re.compile(r"(?<!@)(?:@@){1,2}(?!@)")),
    ("masked character", re.compile("@@@")),
    ("joining mark", re.compile(r"@[-–/,.:]@")),
    ("split address", re.compile(r": ?/ ?/|www|\w ?\. ?(?:com|org|net|gov|edu)\b")),
    ("split number", re.compile(r"\d ?[.,:] ?\d")),
    ("split contraction", re.compile(r"\w ?['’] ?\w|\w n['’]t\b")),
    ("split compound", re.compile(r"\w [-–—/&_+] ?\w")),
    ("split abbreviation", re.compile(r"\w \. ?\w")),
    ("space at a quotation mark", re.compile("[\"'“”‘’„‚«»‹›]")),
    ("space before punctuation", re.compile(r"\s[^\w\s]")),
    ("space after an opening mark", re.compile(r"\S\s")),
    ("white space", re.compile("")),
)


def find_repairs(original: Original) -> tuple[Repair, ...]:
    """Every change that cleaning makes to this original, in order.

    Inside the span of a paragraph the original with the repairs made is the paragraph's text, to the character;
    between paragraphs the repairs tell what was left out.
    """
    text = decode(original.data, original.encoding or None, original.media_type).text
    evidence = Evidence(text)
    page = read_page(text, original.media_type)
    arrange(page, text, evidence)
    steps = choose_fixes(text, evidence)
    repairs: list[Repair] = []
    at = 0
    for block in page.blocks:
        repairs += _left_out(text, at, block.start)
        repairs += _made(text, trace(text, block, steps))
        at = block.end
    repairs += _left_out(text, at, len(text))
    return tuple(repairs)


def trace(text: str, block: Block, steps: list[Step]) -> list[Piece]:
    """The block through all steps, in pieces that keep their places in `text`."""
    received = text[block.start : block.end]
    pieces = [Piece(block.start, block.end, received)]
    words = block.text
    pieces = compose(pieces, _named(received, words, _MARKUP))
    for name, _, repairer in steps:
        repaired = repairer(words)
        if repaired != words:
            if isinstance(repairer, Respacer):
                edits = spacing_edits(words, repairer)
            else:
                edits = find_edits(words, repaired, name)
            pieces = compose(pieces, edits)
            words = repaired
    return compose(pieces, find_edits(words, words.strip(), "white space"))


def spacing_edits(text: str, respacer: Respacer) -> Iterator[Edit]:
    """What the restoring of spaces did, named by what it was done to."""
    for start, end in cut_long(text):
        for edit in _part_edits(text[start:end], respacer):
            yield edit._replace(start=edit.start + start, end=edit.end + start)


def _part_edits(text: str, respacer: Respacer) -> Iterator[Edit]:
    """The same for a part that is walked at once.

    Tokens that became one word are one change, shown without a word that only stands beside the mark (` ,` to `,`).
    """
    line = respacer.walk(text)
    tokens = line.pieces[1::2]
    places = [match.span() for match in re.finditer(r"\S+", text)]
    if places:
        yield from _white(text, 0, places[0][0], "")
    first = 0
    for i in range(1, len(places) + 1):
        if i < len(places) and line.pieces[2 * i] == "":
            continue
        yield from _group(text, places, tokens, first, i)
        end = places[i][0] if i < len(places) else len(text)
        yield from _white(text, places[i - 1][1], end, " " if i < len(places) else "")
        first = i


def _group(text: str, places: list[tuple[int, int]], tokens: list[str], first: int, end: int) -> Iterator[Edit]:
    """The change that made the tokens from `first` to before `end` one word; nothing when they are one unchanged."""
    after = tokens[first:end]
    start, stop = places[first][0], places[end - 1][1]
    if len(after) > 2 or (len(after) > 1 and after[0].isalnum() and after[1][:1].isalnum()):
        pass
    elif len(after) == 2 and after[0].isalnum():
        start, after = places[first][1], after[1:]
    elif len(after) == 2 and after[1].isalnum():
        stop, after = places[first + 1][0], after[:1]
    before, shown = text[start:stop], "".join(after)
    if before != shown:
        yield Edit(start, stop, shown, _name(before, _SPACING))


def _white(text: str, start: int, end: int, instead: str) -> Iterator[Edit]:
    if text[start:end] != instead:
        yield Edit(start, end, instead, "white space")


def _named(before: str, after: str, names: Names) -> Iterator[Edit]:
    for edit in find_edits(before, after, ""):
        yield edit._replace(fix=_name(before[edit.start : edit.end], names))


def _name(before: str, names: Names) -> str:
    return next(name for name, sign in names if sign.search(before))


def _made(text: str, pieces: list[Piece]) -> Iterator[Repair]:
    """The pieces that differ from the original."""
    for start, end, after, fixes in pieces:
        if fixes and after != text[start:end]:
            yield Repair(" + ".join(fixes), (start, end), text[start:end], after)


def _left_out(text: str, start: int, end: int) -> Iterator[Repair]:
    """What stands between two blocks and is more than white space."""
    between = text[start:end]
    left_out = between.strip()
    if left_out:
        at = start + between.index(left_out)
        yield Repair(_name(left_out, _MARKUP), (at, at + len(left_out)), left_out, "")
