"""A new version of an article: its claims find their verdicts again, and nothing that was decided is lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from tuifact.library.anchoring import Place, Searched, place_of
from tuifact.library.codec import BY_HAND, claim_document, claim_from, set_found
from tuifact.library.identity import claim_ids
from tuifact.library.likeness import ALIKE, likely_pairs, likeness
from tuifact.library.store.documents import Document
from tuifact.library.store.draft import Overlay
from tuifact.model import Article, Claim

Pair = tuple[Document, Claim]
Each = TypeVar("Each")


@dataclass(frozen=True, slots=True)
class Touched:
    """The claims that had a verdict and whose words a new version changed, by id."""

    changed: tuple[str, ...] = ()
    """They have other words now."""
    vanished: tuple[str, ...] = ()
    """The article does not say them any more."""


def revise_claims(claims: Overlay, keys: Iterable[str], article: Article, found: Sequence[Claim]) -> Touched:
    """Bring the claims of an article to its new version.

    A claim whose words still stand keeps its id and its verdict, wherever it moved, also where the finder finds none.
    One whose words changed a little keeps both too and says `text_changed` when somebody had decided it. One that is
    gone stays when somebody worked on it, as a claim without a place (`start == end`), else it is dropped. The rest of
    those found are new.
    """
    held = [claims[int(key)] for key in keys]
    paragraphs = [paragraph.text for paragraph in article.paragraphs]
    pairs, text = _same_words(held, found), Searched(paragraphs)
    pairs += _placed(_rest(held, pairs), pairs, text.find_quote)
    pairs += _like_words(_rest(held, pairs), _left(found, [new for _, new in pairs]))
    worked_on = [old for old in _rest(held, pairs) if _is_worked_on(old) and not old.get("dropped")]
    pairs += _placed(worked_on, pairs, lambda old, taken: _likest(old, text, taken))
    changed = [old["id"] for old, new in pairs if _move(old, new)]
    vanished = [old["id"] for old in _rest(held, pairs) if _strand(old, len(paragraphs))]
    new_claims = _left(found, [new for _, new in pairs])
    taken = {document["id"] for document in held}
    for claim, id_ in zip(new_claims, claim_ids(article.id, (one.text for one in new_claims), taken), strict=True):
        claims[int(id_, 16)] = claim_document(claim, id_, article.id)
    return Touched(tuple(changed), tuple(vanished))


def put_in_place(claim: Document, paragraphs: Sequence[str]) -> None:
    """Bring a claim that comes back to where its words stand now, as `revise_claims` does: the article may have had
    another version while it was away. Its revision is left as it is."""
    number, start, end = claim["paragraph"], claim["start"], claim["end"]
    is_there = number < len(paragraphs) and paragraphs[number][start:end] == claim["text"]
    if claim.get("dropped") or is_there or start == end:
        return
    revision, text = claim.get("rev", 0), Searched(paragraphs)
    found = text.find_quote(claim, ()) or _likest(claim, text, ())
    if found:
        _move(claim, found)
    else:
        _strand(claim, len(paragraphs))
    claim["rev"] = revision


def _left(everything: Sequence[Each], taken: Iterable[Each]) -> list[Each]:
    gone = {id(one) for one in taken}
    return [one for one in everything if id(one) not in gone]


def _rest(held: Sequence[Document], pairs: Iterable[Pair]) -> list[Document]:
    return _left(held, [old for old, _ in pairs])


def _same_words(held: Sequence[Document], found: Sequence[Claim]) -> list[Pair]:
    """Claims whose exact words were found again; what is said twice is paired in order."""
    waiting: dict[str, list[Claim]] = defaultdict(list)
    for claim in reversed(found):
        waiting[claim.text].append(claim)
    return [(old, waiting[old["text"]].pop()) for old in held if waiting[old["text"]]]


def _placed(
    held: Iterable[Document], pairs: Iterable[Pair], find: Callable[[Document, set[Place]], Claim | None]
) -> list[Pair]:
    """Claims that this finds at a place of their own, where none of those paired already stands."""
    taken = {place_of(new) for _, new in pairs}
    placed = []
    for old in held:
        claim = find(old, taken)
        if claim is not None:
            taken.add(place_of(claim))
            placed.append((old, claim))
    return placed


def _like_words(held: Sequence[Document], found: Sequence[Claim]) -> list[Pair]:
    """Claims whose words changed a little, the likest pair first."""
    likely = likely_pairs([old for old in held if not old.get("dropped")], found)
    pairs: list[Pair] = []
    taken: set[int] = set()
    for _, _, old, new in sorted(likely, key=lambda one: (-one[0], one[1])):
        if taken.isdisjoint((id(old), id(new))):
            taken |= {id(old), id(new)}
            pairs.append((old, new))
    return pairs


def _likest(old: Document, paragraphs: Searched, taken: Collection[Place]) -> Claim | None:
    """The words of the article that are most like the claim, where they are like enough."""
    likely = [(likeness(old, claim), claim) for claim in paragraphs.find_likest(old, taken)]
    share, best = max(likely, key=lambda one: one[0], default=(0.0, None))
    return best if share >= ALIKE else None


def _is_worked_on(document: Document) -> bool:
    """Whether somebody made it, decided it or wrote anything about it."""
    return bool(document.get("rev")) or BY_HAND[0] in document.get("reasons", ())


def _chosen(old: Document) -> dict[str, Any]:
    """What a person may have put right in a claim: it stays when the claim moves."""
    held = claim_from(old)
    return {name: getattr(held, name) for name in ("speaker", "kind", "worth", "band", "reasons")}


def _move(old: Document, new: Claim) -> bool:
    """Give the claim its new words and place; whether that changed the words of a verdict."""
    was, checked, stranded = old["text"], old["status"] != "unverified", old["start"] == old["end"]
    set_found(old, replace(new, **_chosen(old)) if _is_worked_on(old) else new)
    changed = was != new.text
    if new.text == old.get("previous", was if stranded else None):
        # The article says again what the verdict was given on.
        for name in ("text_changed", "previous"):
            old.pop(name, None)
    elif changed and checked:
        old["text_changed"] = True
        old.setdefault("previous", was)
    back = old.pop("gone", False)
    if back:
        old.pop("dropped", None)
    if changed or back or stranded:
        old["rev"] = old.get("rev", 0) + 1
    return changed and checked and not old.get("dropped")


def _strand(old: Document, paragraphs: int) -> bool:
    """Leave a claim behind that the article does not say any more; whether it had a verdict until now."""
    if old.get("dropped"):
        return False
    if not _is_worked_on(old):
        old |= {"dropped": True, "gone": True, "rev": old.get("rev", 0) + 1}
        return False
    was_there = old["start"] < old["end"]
    old |= {"paragraph": min(old["paragraph"], max(0, paragraphs - 1)), "start": 0, "end": 0}
    if was_there:
        old["rev"] = old.get("rev", 0) + 1
    if was_there and old["status"] != "unverified":
        old["text_changed"] = True
        return True
    return False
