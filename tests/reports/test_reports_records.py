"""The JSON report holds everything, as valid JSON, and nothing that is internal."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

from report_cases import bare, hostile, ordinary, worldly

from tuifact.model import Dossier, Status
from tuifact.model.record import claim_record, paragraph_record
from tuifact.reports import ReportOptions, choose_report


def render(*dossiers: Dossier, options: ReportOptions | None = None) -> str:
    """The report as text."""
    return "".join(choose_report("json").render(dossiers, options or ReportOptions()))


def load(*dossiers: Dossier, options: ReportOptions | None = None) -> Any:  # noqa: ANN401 (that is what JSON is)
    """The report read back."""
    return json.loads(render(*dossiers, options=options))


def test_nothing_is_lost() -> None:
    dossiers = (ordinary(), hostile(), bare(), worldly())
    report = load(*dossiers)
    assert report["schema"] == 1
    for dossier, article in zip(dossiers, report["articles"], strict=True):
        assert article["claims"] == [claim_record(claim) for claim in dossier.claims]
        assert article["paragraphs"] == [paragraph_record(one) for one in dossier.article.paragraphs]
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
