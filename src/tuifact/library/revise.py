"""A new version of an article: its claims find their verdicts again, and nothing that was decided is lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from tuifact.library.codec import claim_document, set_found
from tuifact.library.identity import claim_ids
from tuifact.library.store.documents import Document
from tuifact.library.store.draft import Overlay
from tuifact.model import Article, Claim

Pair = tuple[Document, Claim]
Each = TypeVar("Each")

ALIKE = 0.6
"""From this share of common letters on (0..1), two sentences may be one claim that was edited; `SequenceMatcher` calls
0.6 "close"."""

_ANCHORED = 0.15
"""What each of the same words before and the same words after adds to the likeness."""


def revise_claims(claims: Overlay, keys: Iterable[str], article: Article, found: Sequence[Claim]) -> None:
    """Bring the claims of an article to its new version.

    A claim whose words still stand keeps its id and its verdict, wherever it moved. One whose words changed a little
    keeps both too and says `text_changed` when somebody had decided it. One that is gone stays when it has a verdict or
    a history, as a claim without a place (`start == end`), else it is dropped. The rest of those found are new.
    """
    held = [claims[int(key)] for key in keys]
    pairs = _same_words(held, found)
    pairs += _like_words(_left(held, [old for old, _ in pairs]), _left(found, [new for _, new in pairs]))
    for old, new in pairs:
        _move(old, new)
    for old in _left(held, [old for old, _ in pairs]):
        _strand(old, article)
    new_claims = _left(found, [new for _, new in pairs])
    taken = {document["id"] for document in held}
    for claim, id_ in zip(new_claims, claim_ids(article.id, (one.text for one in new_claims), taken), strict=True):
        claims[int(id_, 16)] = claim_document(claim, id_, article.id)


def _left(everything: Sequence[Each], taken: Iterable[Each]) -> list[Each]:
    gone = {id(one) for one in taken}
    return [one for one in everything if id(one) not in gone]


def _same_words(held: Sequence[Document], found: Sequence[Claim]) -> list[Pair]:
    """Claims whose exact words still stand; what is said twice is paired in order."""
    waiting: dict[str, list[Claim]] = defaultdict(list)
    for claim in reversed(found):
        waiting[claim.text].append(claim)
    return [(old, waiting[old["text"]].pop()) for old in held if waiting[old["text"]]]


def _like_words(held: Sequence[Document], found: Sequence[Claim]) -> list[Pair]:
    """Claims whose words changed a little, the likest pair first."""
    likely = [
        (likeness, number, old, new)
        for number, old in enumerate(held)
        if not old.get("dropped")
        for new in found
        if (likeness := _likeness(old, new)) >= ALIKE
    ]
    pairs: list[Pair] = []
    taken: set[int] = set()
    for _, _, old, new in sorted(likely, key=lambda one: (-one[0], one[1])):
        if taken.isdisjoint((id(old), id(new))):
            taken |= {id(old), id(new)}
            pairs.append((old, new))
    return pairs


def _likeness(old: Document, new: Claim) -> float:
    """How much one claim is like the other, 0 and up: their letters, and the words around them."""
    matcher = SequenceMatcher(None, old["text"], new.text, autojunk=False)
    if matcher.real_quick_ratio() < ALIKE / 2 or matcher.quick_ratio() < ALIKE / 2:
        return 0.0
    anchors = ((old.get("prefix"), new.anchor.prefix), (old.get("suffix"), new.anchor.suffix))
    return matcher.ratio() + sum(_ANCHORED for was, now in anchors if was and was == now)


def _is_decided(document: Document) -> bool:
    """Whether somebody ever decided or wrote anything about it."""
    return bool(document.get("rev"))


def _move(old: Document, new: Claim) -> None:
    """Give the claim its new words and place."""
    changed = old["text"] != new.text
    set_found(old, new)
    if changed and old["status"] != "unverified":
        old["text_changed"] = True
    back = old.pop("gone", False)
    if back:
        old.pop("dropped", None)
    if changed or back:
        old["rev"] = old.get("rev", 0) + 1


def _strand(old: Document, article: Article) -> None:
    """Leave a claim behind that the article does not say any more."""
    if old.get("dropped"):
        return
    if _is_decided(old):
        old["text_changed"] = True
        old |= {"paragraph": max(0, min(old["paragraph"], len(article.paragraphs) - 1)), "start": 0, "end": 0}
    else:
        old |= {"dropped": True, "gone": True}
    old["rev"] = old.get("rev", 0) + 1
