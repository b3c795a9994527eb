"""A source in one line, as it is pasted or typed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuifact.errors import EvidenceError
from tuifact.model import Evidence, Grade, Stance
from tuifact.model.plain import plain_line
from tuifact.sourcing import check_address, checked, evidence_line, host_of, parse_evidence, same_source
from tuifact.sourcing.addresses import same_page

URL = "https://records.example/file/17?page=2#top"


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (URL, {"url": URL}),
        (f"  {URL}  ", {"url": URL}),
        (f"{URL} Audit report 2020", {"url": URL, "title": "Audit report 2020"}),
        (f"{URL}, Audit report 2020", {"url": URL, "title": "Audit report 2020"}),
        (f"{URL}, | Audit report 2020", {"url": f"{URL},", "title": "Audit report 2020"}),
        (f"{URL} | Audit report 2020", {"url": URL, "title": "Audit report 2020"}),
        (f"{URL}\tAudit report\tAudit office", {"url": URL, "title": "Audit report", "publisher": "Audit office"}),
        (f"{URL} Audit | Office | The sum is ten. | p. 14", {
            "url": URL, "title": "Audit", "publisher": "Office", "quote": "The sum is ten.", "locator": "p. 14",
        }),
        (f"{URL} | primary | refutes | 2026-03-01", {
            "url": URL, "grade": Grade.PRIMARY, "stance": Stance.REFUTES, "seen": date(2026, 3, 1),
        }),
        (f"{URL} | “It cost ten.” | 12:30", {"url": URL, "quote": "It cost ten.", "locator": "12:30"}),
        (f"{URL} | https://web.archive.org/web/1/x", {"url": URL, "archive": "https://web.archive.org/web/1/x"}),
        (f"{URL} | −", {"url": URL, "stance": Stance.REFUTES}),
        (f"{URL} | title: primary | publisher = context", {"url": URL, "title": "primary", "publisher": "context"}),
        (f"{URL} ||  | Title", {"url": URL, "title": "Title"}),
        (f"{URL} |  | Title | ", {"url": URL, "title": "Title"}),
        ("Noor Hale, press office", {"publisher": "Noor Hale, press office", "grade": Grade.PERSON}),
        ("Noor Hale | “We never said that.” | refutes", {
            "publisher": "Noor Hale", "grade": Grade.PERSON, "quote": "We never said that.", "stance": Stance.REFUTES,
        }),
        ("Noor Hale | primary", {"publisher": "Noor Hale", "grade": Grade.PRIMARY}),
        ("title: Minutes of 3 March | p. 2", {"title": "Minutes of 3 March", "locator": "p. 2"}),
        ("person: Noor Hale", {"publisher": "Noor Hale", "grade": Grade.PERSON}),
        (f"{URL} a\x1b[31m title\x07", {"url": URL, "title": "a␛[31m title␇"}),
    ],
)  # fmt: skip
def test_a_line_is_read(line: str, wanted: dict[str, Any]) -> None:
    assert parse_evidence(line) == Evidence(**wanted)


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("", "nothing that names"),
        (" | | ", "nothing that names"),
        ("quote: only words", "nothing that names"),
        ("ftp://records.example/17", "ftp://records.example/17"),
        ("file:///etc/passwd", "file:///etc/passwd"),
        ("www.records.example/17", "www.records.example/17"),
        ("https://", "https://"),
        ("https:///path", "https:///path"),
        ("https://[::1", "https://[::1"),
        ("https://records.example:port/", "https://records.example:port/"),
        ("http://user:secret@records.example/", "password"),
        (f"{URL} | stance: maybe", "maybe"),
        (f"{URL} | grade: best", "best"),
        (f"{URL} | seen: yesterday", "yesterday"),
        (f"{URL} | seen: 2026-02-30", "2026-02-30"),
        (f"{URL} | archive: there", "there"),
        (f"{URL} | a | b | c | d | e", "“e”"),
        (f"{URL} | title: {'x' * 1001}", "1001"),
        ("https://records.example/" + "x" * 9000, "9024"),
    ],
)
def test_a_line_that_is_none_is_refused_by_name(line: str, named: str) -> None:
    with pytest.raises(EvidenceError) as caught:
        parse_evidence(line)
    assert named in caught.value.message
    assert caught.value.hint
    assert len(caught.value.message) < 200


def test_a_password_is_not_told_again() -> None:
    with pytest.raises(EvidenceError) as caught:
        parse_evidence("http://user:secret@records.example/")
    assert "secret" not in str(caught.value)


WORDS = st.text(max_size=30).map(lambda text: " ".join(plain_line(text).replace("|", "/").split()))
ADDRESSES = st.sampled_from(["https://records.example/17", "http://a.example:8080/x?y=1#z", "https://例え.example/%20"])
SOURCES = st.builds(
    Evidence,
    url=st.one_of(st.just(""), ADDRESSES),
    title=WORDS,
    publisher=WORDS,
    quote=WORDS,
    locator=WORDS,
    stance=st.sampled_from(Stance),
    grade=st.sampled_from(Grade),
    archive=st.one_of(st.just(""), ADDRESSES),
    seen=st.one_of(st.none(), st.dates()),
)


@given(SOURCES)
def test_the_line_of_a_source_gives_it_again(evidence: Evidence) -> None:
    if evidence.url or evidence.title or evidence.publisher:
        assert parse_evidence(evidence_line(evidence)) == checked(evidence)


def outcome(line: str) -> Evidence | EvidenceError:
    """The source in the line, or the words in which it is refused."""
    try:
        return parse_evidence(line)
    except EvidenceError as error:
        return error


@given(st.one_of(st.text(max_size=120), st.text(alphabet="htps:/.w|exam le\t“”-1", max_size=60)))
def test_any_line_is_a_source_or_refused_in_words(line: str) -> None:
    found = outcome(line)
    if isinstance(found, EvidenceError):
        assert found.message
        assert found.hint
    else:
        assert found == checked(found)
        assert found.url == "" or host_of(found.url)


@pytest.mark.parametrize(
    "line", [" " * 300_000, "| " * 100_000, "\t" * 200_000, "https://" * 50_000, "a:" * 100_000, "title" * 50_000]
)
def test_long_lines_are_refused_soon(line: str) -> None:
    with pytest.raises(EvidenceError):
        parse_evidence(line)


@pytest.mark.parametrize(
    "url", ["https://a.example/ b", 'https://a.example/"x', "https://a.example/<b>", "a", "//a.b/c"]
)
def test_an_address_is_one_a_browser_can_open(url: str) -> None:
    with pytest.raises(EvidenceError):
        check_address(url)


def test_what_two_entries_of_one_source_have_in_common() -> None:
    assert same_page("http://www.Records.example/17/#a") == same_page("https://records.example/17")
    assert same_page("https://records.example/17?a=1") != same_page("https://records.example/17?a=2")
    assert same_source(Evidence(publisher="Noor  Hale")) == same_source(Evidence(publisher="noor hale"))
    assert same_source(Evidence(title="Minutes")) != same_source(Evidence(title="Register"))
