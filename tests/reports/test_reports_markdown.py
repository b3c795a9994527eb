"""The Markdown report as a reader sees it."""

from __future__ import annotations

import re
import weakref
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_reader import Rendered, squeezed
from report_cases import bare, hostile, ordinary, reviewed, without_marks, worldly

from tuifact.model import Dossier, Status, Tally
from tuifact.reports import ReportOptions, choose_text
from tuifact.reports.markdown.overview import BAR, bars


class Title(str):
    """Text that can be watched."""


MAKERS = (ordinary, reviewed, hostile, bare, worldly)


def render(*dossiers: Dossier, statuses: tuple[Status, ...] = (), internal: bool = False) -> str:
    """The report on these articles."""
    return "".join(choose_text("markdown").render(dossiers, ReportOptions(statuses, internal)))


@pytest.mark.parametrize("make", MAKERS)
def test_one_title_and_headings_in_order(make: Callable[[], Dossier]) -> None:
    levels = [level for level, _ in Rendered(render(make())).headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("make", MAKERS)
def test_every_link_leads_to_a_heading(make: Callable[[], Dossier]) -> None:
    rendered = Rendered(render(make()))
    assert {link[1:] for link in rendered.links if link[0] == "#"} <= set(rendered.anchors)


def test_links_lead_home_among_several_articles_and_names_that_clash() -> None:
    clash = replace(ordinary(), summary=replace(ordinary().summary, title="Claim 1"))
    rendered = Rendered(render(ordinary(), clash, hostile(), bare(), worldly(), clash))
    targets = [link[1:] for link in rendered.links if link[0] == "#"]
    assert set(targets) <= set(rendered.anchors)
    assert [level for level, _ in rendered.headings].count(1) == 1
    alone = Rendered(render(clash))
    assert alone.anchors.index("claim-1") == alone.headings.index((3, "Claim 1"))


@pytest.mark.parametrize("statuses", [(), (Status.DISPUTED,), (Status.VERIFIED, Status.UNVERIFIED)])
def test_hostile_text_has_the_structure_of_its_harmless_twin(statuses: tuple[Status, ...]) -> None:
    mine, twin = render(hostile(), statuses=statuses), render(without_marks(hostile()), statuses=statuses)
    assert Rendered(mine).shape == Rendered(twin).shape


def test_hostile_text_neither_links_nor_acts() -> None:
    rendered = Rendered(render(hostile()))
    assert rendered.raw_html == []
    assert all(re.match("#claim-|https://a.example/", link) for link in rendered.links)


def test_hostile_text_is_shown_as_written() -> None:
    dossier = hostile()
    seen = squeezed(Rendered(render(dossier)).text)
    for claim in dossier.claims:
        assert squeezed(claim.text) in seen
        assert squeezed(claim.note.replace("\u202e", "").replace("\x9b", "")) in seen
    assert squeezed(dossier.summary.title) in seen


@pytest.mark.parametrize("make", MAKERS)
def test_no_control_character_leaves(make: Callable[[], Dossier]) -> None:
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", render(make(), internal=True))


def test_every_claim_has_its_section_with_words_verdict_speaker_note_and_checker() -> None:
    dossier = ordinary()
    rendered = Rendered(render(dossier))
    for number, claim in enumerate(dossier.claims, 1):
        section = rendered.section(f"Claim {number}")
        assert claim.text in section
        assert f"{claim.status.glyph} {claim.status.value.capitalize()}" in section
        assert claim.speaker is None or f"Said by: {claim.speaker}" in section
        assert squeezed(claim.note) in squeezed(section)
        assert claim.by in section


def test_the_table_has_a_row_for_each_claim() -> None:
    dossier = ordinary()
    rows = Rendered(render(dossier)).tables[0][1:]
    assert [row[0] for row in rows] == ["1", "2", "3", "4", "5"]
    assert [row[3].split(",")[0] for row in rows] == [
        f"{c.status.glyph} {c.status.value.capitalize()}" for c in dossier.claims
    ]
    assert all(len(row[1]) <= 75 for row in rows)


def test_filtering_keeps_those_claims_only_and_says_so() -> None:
    dossier = ordinary()
    rendered = Rendered(render(dossier, statuses=(Status.DISPUTED,)))
    seen = rendered.text
    assert [text for _, text in rendered.headings if text.startswith("Claim ")] == ["Claim 2"]
    assert [claim.text in seen for claim in dossier.claims] == [False, True, False, False, False]
    assert "shows disputed claims only; 4 other claims" in seen
    assert "3 of 5 claims are checked" in seen
    assert {link[1:] for link in rendered.links if link[0] == "#"} <= set(rendered.anchors)


def test_a_filter_that_leaves_nothing_still_tells_how_the_check_stands() -> None:
    dossier = worldly()
    rendered = Rendered(render(dossier, statuses=(Status.VERIFIED,)))
    assert "None of 3 claims is checked yet" in rendered.text
    assert rendered.tables == []


def test_internal_notes_leave_on_request_only() -> None:
    assert "harbour master" not in render(ordinary())
    assert "harbour master" in Rendered(render(ordinary(), internal=True)).section("Claim 1")


def test_no_section_is_empty() -> None:
    for make in MAKERS:
        text = render(make())
        assert not re.search(r"\n#+ [^\n]+\n+(?=#{1,3} |\Z)(?<!Claims\n\n)", text)
        assert "\n\n\n" not in text
        assert text.endswith("\n")
        assert not text.endswith("\n\n")


def test_an_article_without_claims_has_no_table_and_no_bars() -> None:
    rendered = Rendered(render(bare()))
    assert [text for _, text in rendered.headings] == [
        "Fact-check: Untitled article",
        "Method",
        "The article as it was checked",
    ]
    assert "No claims were found" in rendered.text


def test_a_claim_that_is_not_said_any_more_is_marked_nowhere() -> None:
    dossier = ordinary()
    first, *rest = dossier.claims
    text = render(replace(dossier, claims=(replace(first, start=0, end=0), *rest)))
    _, _, article = text.partition("## The article as it was checked")
    assert "(#claim-1)" not in article
    assert "(#claim-2)" in article


def test_several_articles_begin_with_an_index() -> None:
    rendered = Rendered(render(ordinary(), worldly()))
    (head, first, second), *_ = rendered.tables
    assert head == ["Article", "By", "✓ verified", "✗ disputed", "? unverified"]
    assert first == ["1. Bridge cost tripled, auditor finds", "Mara Lind", "2", "1", "2"]
    assert second[2:] == ["0", "0", "3"]
    assert [text for level, text in rendered.headings if level == 2] == [first[0], second[0], "Method"]


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_no_article_is_lost(count: int) -> None:
    rendered = Rendered("".join(choose_text("markdown").render(ordinary() for _ in range(count))))
    titles = [text for level, text in rendered.headings if level == 2 and text != "Method"]
    assert [title.split(".")[0] for title in titles] == [str(number) for number in range(1, count + 1)]
    assert len(rendered.tables[0]) == count + 1


def test_the_same_dossiers_give_the_same_text() -> None:
    assert render(ordinary(), hostile()) == render(ordinary(), hostile())


def test_an_article_is_let_go_before_the_next_but_one() -> None:
    held: list[weakref.ref[Title]] = []
    most = 0

    def stream(count: int) -> Iterator[Dossier]:
        nonlocal most
        for number in range(count):
            most = max(most, sum(reference() is not None for reference in held))
            title = Title(f"author {number}")
            held.append(weakref.ref(title))
            dossier = replace(ordinary(), article=replace(ordinary().article, byline=title))
            del title
            yield dossier
            del dossier

    assert sum(map(len, choose_text("markdown").render(stream(30)))) > 30 * 1000
    assert most <= 3


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 400), min_size=3, max_size=3))
def test_bars_never_hide_a_status(numbers: list[int]) -> None:
    lines = list(bars(Tally(*numbers)))[1:-1]
    for line, number in zip(lines, numbers, strict=False):
        assert ("▰" in line) == (number > 0)
        assert line.count("▰") + line.count("▱") == BAR
