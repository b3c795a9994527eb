"""Documents become claims field by field, whatever the order of both."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pytest

from tuifact.errors import LibraryError
from tuifact.library.codec import claim_from
from tuifact.model import Evidence, Signature

DOCUMENT: dict[str, Any] = {
    "id": "a" * 12,
    "article": "b" * 12,
    "status": "disputed",
    "text": "the words",
    "paragraph": 1,
    "start": 2,
    "end": 11,
    "kind": "statistic",
    "worth": 0.25,
    "band": "checkable",
    "speaker": "the speaker",
    "reasons": ["number"],
    "prefix": "words before",
    "suffix": "words after",
    "verdict": "the verdict",
    "rating": "the rating",
    "confidence": "low",
    "note": "the note",
    "correction": "the correction",
    "origin": "the origin",
    "internal_note": "the internal note",
    "by": "the checker",
    "at": "the time",
    "rev": 7,
    "text_changed": True,
    "previous": "the words before",
    "contested": True,
}


def test_every_field_has_its_own_value() -> None:
    source, signature = Evidence(title="the source"), Signature("the reviewer", "the time", "the digest")
    claim = claim_from(DOCUMENT, (source,), signature)
    told = asdict(claim)
    assert told.pop("anchor") == {"prefix": "words before", "suffix": "words after"}
    assert told.pop("reasons") == ("number",)
    assert (told.pop("evidence"), told.pop("signature")) == ((asdict(source),), asdict(signature))
    assert told == {name: value for name, value in DOCUMENT.items() if name in told}
    assert claim_from(dict(reversed(DOCUMENT.items())), (source,), signature) == claim


def test_what_is_left_out_has_its_usual_value() -> None:
    short = {name: DOCUMENT[name] for name in list(DOCUMENT)[:10]}
    claim = claim_from(short)
    assert (claim.speaker, claim.verdict, claim.confidence, claim.rev) == (None, "", None, 0)
    assert (claim.contested, claim.evidence, claim.signature) == (False, (), None)


@pytest.mark.parametrize("change", [{"kind": "poem"}, {"confidence": "sure"}, {"band": ""}, {"status": "maybe"}])
def test_what_this_version_does_not_know_is_refused(change: dict[str, str]) -> None:
    with pytest.raises(LibraryError, match="unknown") as caught:
        claim_from(DOCUMENT | change)
    assert DOCUMENT["id"] in caught.value.message
