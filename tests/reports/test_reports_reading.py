"""A JSON report read back: what was in it is in the dossiers, and nothing in a file can do more than be refused."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_cases import ordinary, reviewed

from tuifact.errors import ReportError
from tuifact.model import Claim, Dossier, Signature
from tuifact.reports import ReportOptions, choose_text, is_report, read_report

ID = "3fa85f640000"


def identified(dossier: Dossier) -> Dossier:
    """The dossier with ids as a library gives them."""
    ids = {claim.id: f"{number:012x}" for number, claim in enumerate(dossier.claims, 1)}

    def claim_of(claim: Claim) -> Claim:
        evidence = tuple(replace(one, id=f"{number:012x}") for number, one in enumerate(claim.evidence, 100))
        made = replace(claim, id=ids[claim.id], article=ID, evidence=evidence)
        held = claim.signature
        return replace(made, signature=held and Signature(held.by, held.at, made.digest))

    return replace(
        dossier,
        summary=replace(dossier.summary, id=ID),
        article=replace(dossier.article, id=ID),
        claims=tuple(map(claim_of, dossier.claims)),
        history=tuple(
            replace(one, claim=ids[one.claim], article=ID) for one in dossier.history if one.claim in ids
        ),
        questions=tuple(
            replace(one, id=f"{number:012x}", claim=ids[one.claim], article=ID)
            for number, one in enumerate(dossier.questions, 200)
        ),
        dismissals=tuple(replace(one, claim=ids[one.claim]) for one in dossier.dismissals),
        earlier={},
        findings=(),
    )  # fmt: skip


def written(*dossiers: Dossier) -> bytes:
    """Their report."""
    return b"".join(choose_text("json").pieces(dossiers, ReportOptions(internal=True)))


@pytest.mark.parametrize("make", [ordinary, reviewed])
def test_what_was_written_is_read(make: Any) -> None:  # noqa: ANN401 (a maker of dossiers)
    dossier = identified(make())
    [found] = read_report(written(dossier))
    assert isinstance(found, Dossier)
    assert found.claims == dossier.claims
    assert found.history == dossier.history
    assert found.questions == dossier.questions
    assert found.dismissals == dossier.dismissals
    assert found.article == dossier.article
    assert found.article.original == dossier.article.original
    assert found.summary == dossier.summary


def test_a_report_is_known_by_its_beginning() -> None:
    assert is_report(written(identified(ordinary()))[:256])
    assert is_report(json.dumps(json.loads(written(identified(ordinary())))).encode())
    for other in (b"", b"{}", b'{"tuifact": 1}', b'[{"text": "x"}]', b"\xff\xfe", b'{"text": "\\"tuifact\\""}'):
        assert not is_report(other)


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"\xff", b'{"schema": 1}', b'{"schema": 9, "articles": []}'])
def test_what_is_no_report_is_refused(data: bytes) -> None:
    with pytest.raises(ReportError):
        list(read_report(data))


def paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:  # noqa: ANN401 (that is what JSON is)
    """The way to everything in a JSON value."""
    found = [path] if path else []
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        found += paths(inner, (*path, key))
    return found


WHOLE = json.loads(written(identified(reviewed())))
NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
JSON = st.none() | st.booleans() | NUMBERS | st.text(max_size=5)
VALUES = JSON | st.lists(JSON, max_size=2) | st.dictionaries(st.text(max_size=5), JSON, max_size=2)


@settings(max_examples=200)
@given(st.sampled_from(paths(WHOLE["articles"][0])), VALUES)
def test_whatever_stands_in_it_is_read_or_refused(path: tuple[Any, ...], value: Any) -> None:  # noqa: ANN401
    broken = json.loads(json.dumps(WHOLE))
    place = broken["articles"][0]
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    [found] = read_report(json.dumps(broken).encode())
    assert isinstance(found, Dossier | ReportError)
    if isinstance(found, Dossier):
        assert "".join(choose_text("markdown").render([found]))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("id",), "../../etc"),
        (("claims", 0, "id"), "c1"),
        (("claims", 0, "at"), "\x1b[31m"),
        (("claims", 0, "paragraph"), -1),
        (("claims", 1, "id"), f"{1:012x}"),
        (("sha256",), "0" * 64),
        (("claims", 1, "evidence", 0, "snapshot", "sha256"), "../../passwd"),
        (("history", 0, "action"), "erased"),
        (("claims", 2, "signature"), ""),
        (("claims", 0, "evidence", 0, "snapshot"), 0),
    ],
)
def test_ids_times_and_fingerprints_must_be_such(path: tuple[Any, ...], value: object) -> None:
    broken = json.loads(json.dumps(WHOLE))
    place = broken["articles"][0]
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    [found] = read_report(json.dumps(broken).encode())
    assert isinstance(found, ReportError)


def test_text_is_made_harmless_on_its_way_in() -> None:
    broken = json.loads(json.dumps(WHOLE))
    broken["articles"][0]["claims"][0]["note"] = "a\x1b[31mb"
    [found] = read_report(json.dumps(broken).encode())
    assert isinstance(found, Dossier)
    assert found.claims[0].note == "a␛[31mb"
