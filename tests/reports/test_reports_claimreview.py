"""ClaimReview documents: valid by our own table and rules, only for checked claims, inert whatever is in them."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_cases import SCALE, bare, hostile, ordinary, reviewed, with_words, worldly

from tuifact.model import Dossier, Rating, Status
from tuifact.reports import ReportOptions, choose_text, write_each
from tuifact.reports.claimreview.documents import CONTEXT, reviews
from tuifact.reports.claimreview.rules import faults

PUBLISHED = ReportOptions(
    url="https://checks.example/bridge.html",
    publisher="Check Desk",
    publisher_url="https://checks.example/",
    ratings=SCALE,
)


def documents(dossier: Dossier, options: ReportOptions = PUBLISHED) -> list[dict[str, Any]]:
    """The documents with their context."""
    return [{"@context": CONTEXT, **review} for review in reviews(dossier, options)]


def on_the_web(dossier: Dossier) -> Dossier:
    """The same article, read from its page."""
    return replace(dossier, summary=replace(dossier.summary, source="https://news.example/bridge?a=1&b=2"))


@pytest.mark.parametrize("make", [ordinary, reviewed, hostile, worldly, bare])
@pytest.mark.parametrize("options", [PUBLISHED, ReportOptions()])
def test_documents_are_valid(make: Any, options: ReportOptions) -> None:  # noqa: ANN401 (a maker of dossiers)
    for dossier in (make(), on_the_web(make())):
        found = documents(dossier, options)
        assert [fault for document in found for fault in faults(document)] == []
        assert len(found) == sum(claim.status is not Status.UNVERIFIED for claim in dossier.claims)


def test_a_document_says_what_was_checked_and_what_came_of_it() -> None:
    _, cost, _ = documents(on_the_web(reviewed()))
    assert cost["url"] == "https://checks.example/bridge.html#claim-2"
    assert cost["claimReviewed"] == reviewed().claims[1].text
    assert cost["author"] == {"@type": "Organization", "name": "Check Desk", "url": "https://checks.example/"}
    assert cost["datePublished"] == "2020-03-04"
    rating = cost["reviewRating"]
    assert (rating["alternateName"], rating["ratingValue"], rating["worstRating"]) == ("Half right", 3, 1)
    assert rating["ratingExplanation"] == "The bridge cost 1.2 billion, not 1.5."
    claim = cost["itemReviewed"]
    assert claim["author"] == {"@type": "Person", "name": "Ida Holm"}
    assert claim["appearance"]["url"] == "https://news.example/bridge?a=1&b=2"
    assert [work["name"] for work in cost["citation"]] == ["Audit report 2020", "Bridge open"]


def test_a_folder_of_pages_gives_each_article_its_own() -> None:
    options = replace(PUBLISHED, url="https://checks.example/2020/")
    first = documents(worldly_checked(), options)[0]
    assert (
        first["url"]
        == "https://checks.example/2020/%D8%A7%D9%84%D8%AC%D8%B3%D8%B1-%E6%A9%8B-%C3%A9lan-cafe.html#claim-1"
    )
    assert list(faults(first)) == []


def worldly_checked() -> Dossier:
    """Claims in other scripts, all verified."""
    dossier = worldly()
    return replace(dossier, claims=tuple(replace(claim, status=Status.VERIFIED) for claim in dossier.claims))


def test_a_rating_without_a_place_has_words_and_no_number() -> None:
    dossier = reviewed()
    unproven = replace(dossier, claims=(replace(dossier.claims[1], rating="Unproven"),))
    [document] = documents(unproven)
    assert document["reviewRating"].keys() & {"ratingValue", "bestRating", "worstRating"} == set()
    assert list(faults(document)) == []


def test_a_status_stands_at_its_end_of_a_scale_of_ones_own() -> None:
    scale = (Rating("True", Status.VERIFIED, 10), Rating("False", Status.DISPUTED, 0))
    values = [one["reviewRating"]["ratingValue"] for one in documents(ordinary(), replace(PUBLISHED, ratings=scale))]
    assert values == [10, 0, 10]


def test_the_articles_of_one_page_have_fragments_of_their_own() -> None:
    text = "".join(choose_text("claimreview").render([ordinary(), ordinary()], PUBLISHED))
    urls = [one["url"].partition("#")[2] for one in json.loads(text)["@graph"]]
    assert urls == ["claim-1-1", "claim-1-2", "claim-1-4", "claim-2-1", "claim-2-2", "claim-2-4"]
    page = "".join(choose_text("html").render([ordinary(), ordinary()], PUBLISHED))
    assert all(f'id="{name}"' in page for name in urls)


def test_into_a_folder_goes_a_file_a_claim_and_one_of_all(tmp_path: Path) -> None:
    written = list(write_each(tmp_path, choose_text("claimreview"), [ordinary(), hostile()], PUBLISHED))
    names = [path.name for path in written]
    assert names[:3] == [f"bridge-cost-tripled-auditor-finds-3fa85f64-claim-{place}.jsonld" for place in (1, 2, 4)]
    assert names[-1] == "claimreviews.jsonld"
    single = [json.loads(path.read_text(encoding="utf-8")) for path in written[:-1]]
    bundle = json.loads(written[-1].read_text(encoding="utf-8"))
    assert [{"@context": CONTEXT, **one} for one in bundle["@graph"]] == single
    assert all(tuple(choose_text("claimreview").faults(path.read_bytes())) == () for path in written)


def test_without_a_checked_claim_the_graph_is_empty() -> None:
    assert json.loads("".join(choose_text("claimreview").render([worldly()])))["@graph"] == []


def test_what_is_missing_is_named_with_what_supplies_it() -> None:
    report = choose_text("claimreview")
    gaps = [str(gap) for gap in report.gaps(ordinary(), ReportOptions())]
    assert [re.findall(r"--url|report_url|--publisher|from its link", gap) for gap in gaps] == [
        ["--url", "report_url"],
        ["--publisher"],
        ["from its link"],
    ]
    assert list(report.gaps(on_the_web(ordinary()), PUBLISHED)) == []
    assert list(report.gaps(worldly(), ReportOptions())) == []


BROKEN: dict[str, dict[str, Any]] = {
    "no context": {"@context": None},
    "another type": {"@type": "Review"},
    "no words of the claim": {"claimReviewed": ""},
    "a property nobody knows": {"verdict": "false"},
    "a day that is none": {"datePublished": "2020-02-30"},
    "an address that is none": {"url": "checks.example/1"},
    "an author without a name": {"author": {"@type": "Organization", "url": "https://a.example/"}},
    "an author that is text": {"author": "Check Desk"},
    "a rating that is text": {"reviewRating": "False"},
    "a rating without words": {
        "reviewRating": {"@type": "Rating", "ratingValue": 1, "bestRating": 5, "worstRating": 1}
    },
    "a rating off its scale": {
        "reviewRating": {"@type": "Rating", "alternateName": "x", "ratingValue": 7, "bestRating": 5, "worstRating": 1}
    },
    "a scale without length": {
        "reviewRating": {"@type": "Rating", "alternateName": "x", "ratingValue": 1, "bestRating": 1, "worstRating": 1}
    },
    "half a scale": {"reviewRating": {"@type": "Rating", "alternateName": "x", "ratingValue": 1}},
    "a number in words": {
        "reviewRating": {"@type": "Rating", "alternateName": "x", "ratingValue": "5", "bestRating": 5, "worstRating": 1}
    },
    "a truth value": {"claimReviewed": True},
    "an appearance that is an address": {"itemReviewed": {"@type": "Claim", "appearance": "https://a.example/"}},
    "a claim that is a thing": {"itemReviewed": {"@type": "Thing"}},
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_document_is_caught(name: str) -> None:
    good = documents(on_the_web(reviewed()))[0]
    assert list(faults(good)) == []
    assert list(faults({**good, **BROKEN[name]}))


@pytest.mark.parametrize("missing", ["claimReviewed", "reviewRating", "itemReviewed"])
def test_a_document_without_what_it_must_have_is_caught(missing: str) -> None:
    good = documents(reviewed())[0]
    del good[missing]
    assert list(faults(good))


@settings(max_examples=60)
@given(st.lists(st.text(max_size=30), min_size=4, max_size=4))
def test_hostile_words_give_valid_documents_that_end_no_script(hard: list[str]) -> None:
    dossier = with_words(*hard)
    text = "".join(choose_text("claimreview").render([dossier], PUBLISHED))
    assert not re.search("[<>&\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)
    assert list(choose_text("claimreview").faults(text.encode())) == []
