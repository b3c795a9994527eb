"""The HTML page as a browser reads it: whole, in order, inert."""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Callable
from itertools import pairwise
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_cases import SCALE, bare, hostile, ordinary, reviewed, with_words, without_marks, worldly

from tuifact.model import Dossier, Status
from tuifact.model.plain import plain_text
from tuifact.reports import ReportOptions, choose_text
from tuifact.reports.html.markup import element, joined, lines, link, paragraphs, text
from tuifact.reports.html.page import policy, style

MAKERS = (ordinary, reviewed, hostile, bare, worldly)
PUBLISHED = ReportOptions(url="https://checks.example/", publisher="Check Desk", ratings=SCALE)
HARD = st.text(st.sampled_from("<>&\"'/=- `!]scriptonclickalert()\n\x00\x1b\x85\u202e\ufffe\ud800x"), max_size=40)


def render(*dossiers: Dossier, options: ReportOptions | None = None) -> str:
    """The page on these articles."""
    return "".join(choose_text("html").render(dossiers, options or ReportOptions()))


def parse(page: str, *, strict: bool = True) -> list[Element]:
    """The elements of a page; every error of the HTML standard is one here."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    root = parser.parse(page)
    assert not strict or parser.errors == []
    return [one for one in root.iter() if isinstance(one.tag, str)]


def shape(page: str) -> list[tuple[str, tuple[str, ...]]]:
    """Elements and the names of their attributes."""
    return [(one.tag, tuple(sorted(one.attrib))) for one in parse(page)]


def words(page: str) -> str:
    """What is read, without white space."""
    body = next(one for one in parse(page) if one.tag == "body")
    parts: list[str] = []

    def walk(one: Element) -> None:
        if one.tag != "script":
            parts.append(one.text or "")
            for child in one:
                walk(child)
                parts.append(child.tail or "")

    walk(body)
    return re.sub(r"\s", "", "".join(parts))


def squeezed(text: str) -> str:
    """Text as a page shows it, without white space."""
    return re.sub(r"\s", "", plain_text(text))


@pytest.mark.parametrize("make", MAKERS)
def test_the_page_is_valid_and_its_headings_are_in_order(make: Callable[[], Dossier]) -> None:
    elements = parse(render(make(), options=PUBLISHED))
    levels = [int(one.tag[1]) for one in elements if re.fullmatch("h[1-6]", one.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_several_articles_are_one_valid_page() -> None:
    page = render(*(make() for make in MAKERS))
    elements = parse(page)
    assert [one.tag for one in elements].count("h1") == 1
    assert len([one for one in elements if one.get("class") == "one"]) == len(MAKERS)
    assert tuple(choose_text("html").faults(page.encode())) == ()


@pytest.mark.parametrize("make", MAKERS)
def test_every_link_inside_leads_somewhere_and_ids_are_unique(make: Callable[[], Dossier]) -> None:
    for page in (render(make()), render(make(), reviewed(), make())):
        elements = parse(page)
        ids = [one.get("id") for one in elements if one.get("id")]
        assert len(ids) == len(set(ids))
        targets = {target[1:] for one in elements if (target := one.get("href", "")).startswith("#")}
        assert targets <= set(ids)


def test_hostile_text_has_the_structure_of_its_harmless_twin() -> None:
    assert shape(render(hostile())) == shape(render(without_marks(hostile())))


@pytest.mark.parametrize("make", MAKERS)
def test_nothing_in_the_page_acts_or_fetches(make: Callable[[], Dossier]) -> None:
    for one in parse(render(make(), options=PUBLISHED)):
        assert one.tag not in ("iframe", "img", "object", "form", "base")
        assert one.tag != "script" or one.get("type") == "application/ld+json"
        assert not [name for name in one.attrib if name.startswith("on") or name in ("src", "style")]
        assert re.match("https?://|#", one.get("href", "#"))
    assert "url(" not in style()
    assert "@import" not in style()


def test_the_policy_allows_the_style_and_nothing_else() -> None:
    elements = parse(render(ordinary()))
    [meta] = [one for one in elements if one.get("http-equiv")]
    assert meta.get("content") == policy()
    assert policy().startswith("default-src 'none'; style-src 'sha256-")
    assert [one.text for one in elements if one.tag == "style"] == [style()]


def test_hostile_text_is_shown_as_written() -> None:
    dossier = hostile()
    seen = words(render(dossier))
    for claim in dossier.claims:
        for said in (claim.text, claim.note, claim.verdict, claim.correction, claim.evidence[0].quote):
            assert squeezed(said) in seen
    assert squeezed(dossier.summary.title) in seen


def test_everything_of_a_review_is_in_the_page() -> None:
    dossier = reviewed()
    seen = words(render(dossier, options=ReportOptions(ratings=SCALE)))
    told = [one.message for one in dossier.findings]
    told += [part for one in dossier.questions for part in (one.person, one.text, one.answer)]
    told += [part for claim in dossier.claims for source in claim.evidence for part in (source.title, source.quote)]
    told += [check.text for checks in dossier.earlier.values() for check in checks]
    told += ["Half right (disputed)", "high confidence", "The sign-off is void", "Signed off by cleo", "look again"]
    assert [part for part in told if squeezed(part) not in seen] == []


def test_internal_notes_leave_on_request_only() -> None:
    assert "harbour master" not in render(ordinary())
    assert "harbour master" in render(ordinary(), options=ReportOptions(internal=True))


def test_a_filter_keeps_those_claims_only() -> None:
    page = render(reviewed(), options=ReportOptions((Status.DISPUTED,), ratings=SCALE))
    assert [one.get("id") for one in parse(page) if (one.get("class") or "").startswith("claim ")] == ["claim-2"]
    seen = words(page)
    assert "4otherclaims" in seen
    assert "Steelroseby40percent" not in seen


def test_the_documents_in_the_page_are_those_of_the_claimreview_report() -> None:
    from extruct.jsonld import JsonLdExtractor

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        [inside] = JsonLdExtractor().extract(render(hostile(), options=PUBLISHED))
    alone = json.loads("".join(choose_text("claimreview").render([hostile()], PUBLISHED)))
    assert inside == alone
    assert len(alone["@graph"]) == 3


def test_faults_are_found() -> None:
    page = render(reviewed(), options=PUBLISHED)
    broken = {
        '<a href="#claim-2">': '<a href="#claim-9">',
        '<ol class="sources">': '<ol class="sources" onclick="x">',
        "</blockquote>": "</blockquote></p>",
        'id="claim-3"': 'id="claim-2"',
        '"@type": "Rating"': '"@type": "Score"',
        "<footer>": '<footer><a href="javascript:x">y</a>',
    }
    assert tuple(choose_text("html").faults(page.encode())) == ()
    for right, wrong in broken.items():
        assert right in page
        assert list(choose_text("html").faults(page.replace(right, wrong, 1).encode())), wrong


@settings(max_examples=80)
@given(HARD)
def test_text_never_becomes_markup(hard: str) -> None:
    page = "<!DOCTYPE html><title>x</title>" + element(
        "div", text(hard), element("p", hard, title=hard), paragraphs(hard), lines(hard), link("#x", hard)
    )
    names = {one.tag for one in parse(page, strict=False)}
    assert names <= {"html", "head", "title", "body", "div", "p", "br", "a"}
    assert joined([hard]) == text(hard)


@settings(max_examples=40)
@given(st.lists(HARD, min_size=4, max_size=4))
def test_a_whole_page_of_hostile_words_is_valid(hard: list[str]) -> None:
    page = render(with_words(*hard), options=PUBLISHED)
    parse(page)
    assert tuple(choose_text("html").faults(page.encode("utf-8", "replace"))) == ()


def test_the_index_leads_to_the_pages_beside_it() -> None:
    report = choose_text("html")
    index = report.index()
    assert index is not None
    index.add(worldly(), "الجسر-橋-élan-cafe.html")
    index.add(hostile(), "x.html")
    page = b"".join(index.pieces()).decode()
    targets = [one.get("href", "") for one in parse(page) if one.tag == "a" and one.get("href") != "#main"]
    assert [target.isascii() for target in targets] == [True, True]
    assert targets[1] == "x.html"
    assert any(squeezed(hostile().summary.title) in squeezed(one.text or "") for one in parse(page))


def test_language_of_the_article_is_told() -> None:
    languages: list[Any] = [one.get("lang") for one in parse(render(worldly())) if one.get("lang")]
    assert languages[0] == "en"
    assert set(languages) == {"en", "ar"}
