"""The JSON report holds everything, as valid JSON, and nothing that is internal."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from dataclasses import replace
from typing import Any

from report_cases import bare, hostile, ordinary, reviewed, worldly

from tuifact.model import Dossier, Original, Status
from tuifact.model.record import claim_record, paragraph_record
from tuifact.reports import ReportOptions, choose_text


def render(*dossiers: Dossier, options: ReportOptions | None = None) -> str:
    """The report as text."""
    return "".join(choose_text("json").render(dossiers, options or ReportOptions()))


def load(*dossiers: Dossier, options: ReportOptions | None = None) -> Any:  # noqa: ANN401 (that is what JSON is)
    """The report read back."""
    return json.loads(render(*dossiers, options=options))


def original_of(article: dict[str, Any]) -> bytes:
    """The bytes it was made of."""
    original = article["original"]
    return str(original["text"]).encode() if "text" in original else b64decode(original["base64"])


def test_bytes_that_are_no_text_stay_as_they_are() -> None:
    article = replace(ordinary().article, original=Original(b"\xff\x00 caf\xe9"))
    (record,) = load(replace(ordinary(), article=article))["articles"]
    assert original_of(record) == b"\xff\x00 caf\xe9"


def test_nothing_is_lost() -> None:
    dossiers = (ordinary(), reviewed(), hostile(), bare(), worldly())
    report = load(*dossiers)
    assert report["schema"] == 1
    for dossier, article in zip(dossiers, report["articles"], strict=True):
        for claim, record in zip(dossier.claims, article["claims"], strict=True):
            assert claim_record(claim).items() <= record.items()
        for paragraph, record in zip(dossier.article.paragraphs, article["paragraphs"], strict=True):
            assert record["text"] == paragraph.text
            assert set(paragraph_record(paragraph)) == set(record)
        assert original_of(article) == dossier.article.original.data
        assert len(article["history"]) == len(dossier.history)
        assert [one["text"] for one in article["unchecked"]] == [one.text for one in dossier.unchecked]
        assert article["original"]["received"] == dossier.article.original.received


def test_no_article_is_an_empty_list() -> None:
    assert load()["articles"] == []


def test_internal_notes_leave_on_request_only() -> None:
    assert "harbour master" not in render(ordinary())
    internal = load(ordinary(), options=ReportOptions(internal=True))
    assert "harbour master" in internal["articles"][0]["claims"][0]["internal_note"]


def test_a_filter_keeps_those_claims_and_their_history() -> None:
    (article,) = load(ordinary(), options=ReportOptions(statuses=(Status.DISPUTED,)))["articles"]
    assert [claim["id"] for claim in article["claims"]] == ["c2"]
    assert [event["claim"] for event in article["history"]] == ["c2"]


def test_no_control_character_leaves_unescaped() -> None:
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]", render(hostile()))


def test_half_a_character_is_escaped() -> None:
    dossier = ordinary()
    broken = replace(dossier, claims=(replace(dossier.claims[0], note="caf\udce9"),))
    text = render(broken)
    assert text.encode()
    assert json.loads(text)["articles"][0]["claims"][0]["note"] == "caf\udce9"
