"""The rules of sourcing: each finds what it is for, and nothing in claims that are in order."""

from __future__ import annotations

import pytest
from sourcing_cases import LINK, claim, source

from tuifact.model import RULES, Claim, Evidence, Finding, Grade, Severity, Snapshot, Stance, Status
from tuifact.sourcing import Reach, lint
from tuifact.sourcing.rules import RULES as TRIED

ONLY_SECONDARY = {"grade": Grade.SECONDARY}


def rules(*claims: Claim, reach: Reach | None = None) -> list[str]:
    """The names of the rules that find something."""
    return [finding.rule for finding in lint(claims, {"no-verdict-sentence": "warning"}, reach)]


def test_every_rule_there_is_has_a_severity_and_is_tried() -> None:
    assert set(TRIED) | {"contradiction"} == set(RULES)


def test_a_claim_in_order_has_no_finding() -> None:
    assert rules(claim(source())) == []
    assert rules(claim(status=Status.UNVERIFIED, verdict="")) == []


@pytest.mark.parametrize("status", [Status.VERIFIED, Status.DISPUTED])
def test_a_verdict_without_evidence(status: Status) -> None:
    (finding,) = lint([claim(status=status)])
    assert (finding.rule, finding.severity, finding.claim) == ("no-evidence", Severity.WARNING, "0" * 12)
    assert status in finding.message


def test_a_verdict_without_a_sentence_is_found_when_that_is_asked_for() -> None:
    assert rules(claim(source(), verdict="")) == ["no-verdict-sentence"]
    assert lint([claim(source(), verdict="")]) == ()


@pytest.mark.parametrize(
    "evidence",
    [
        (source(**ONLY_SECONDARY),),
        (source(**ONLY_SECONDARY), source(**ONLY_SECONDARY, url="https://records.example/18", title="Another page")),
        (source(**ONLY_SECONDARY), source(stance=Stance.REFUTES, publisher="Herald")),
        (source(**ONLY_SECONDARY), source(stance=Stance.CONTEXT, publisher="Herald")),
        (Evidence(publisher="Iris Vale", grade=Grade.PERSON),),
    ],
    ids=["one", "two of one house", "one against it", "one about it", "one person"],
)
def test_verified_on_a_single_secondary_source(evidence: tuple[Evidence, ...]) -> None:
    assert rules(claim(*evidence)) == ["single-source"]


@pytest.mark.parametrize(
    "evidence",
    [
        (source(),),
        (source(grade=Grade.DATA),),
        (source(**ONLY_SECONDARY), source(**ONLY_SECONDARY, publisher="Herald", url="https://herald.example/1")),
        (source(**ONLY_SECONDARY), source(publisher="Herald")),
    ],
    ids=["primary", "data", "two houses", "one of them primary"],
)
def test_verified_on_more_or_at_first_hand(evidence: tuple[Evidence, ...]) -> None:
    assert rules(claim(*evidence)) == []


def test_disputed_on_a_single_secondary_source_is_not_that_rule() -> None:
    assert rules(claim(source(**ONLY_SECONDARY, stance=Stance.REFUTES), status=Status.DISPUTED)) == []


@pytest.mark.parametrize(
    ("speaker", "own"),
    [
        ("Noor Hale", {"publisher": "Noor Hale"}),
        ("Noor Hale", {"publisher": "noor  hale, press office"}),
        ("the Harbour Agency", {"publisher": "Harbour Agency"}),
        ("Harbour Agency", {"publisher": "", "url": "https://www.harbour-agency.example/about"}),
        ("Harbour Agency", {"publisher": "", "url": "https://press.harbouragency.example/about"}),
        ("World Harbour Organization", {"publisher": "", "url": "https://data.who.example/x"}),
        ("Élodie Brun", {"publisher": "ÉLODIE BRUN"}),
    ],
)
def test_the_claimant_as_the_only_source(speaker: str, own: dict[str, str]) -> None:
    assert rules(claim(source(**own), speaker=speaker)) == ["claimant-only"]
    assert rules(claim(source(**own), source(publisher="Audit office"), speaker=speaker)) == []


@pytest.mark.parametrize(
    ("speaker", "other"),
    [
        ("Hale", {"publisher": "Hale and Sons"}),
        ("Noor Hale", {"publisher": "Hale Noor"}),
        ("Noor Hale", {"publisher": "Herald", "url": "https://herald.example/noor-hale"}),
        (None, {"publisher": ""}),
        ("The", {"publisher": "Audit office"}),
    ],
)
def test_somebody_else_is_not_the_claimant(speaker: str | None, other: dict[str, str]) -> None:
    assert rules(claim(source(**other), speaker=speaker)) == []


def test_a_claimant_who_takes_it_back_is_a_source_against_it() -> None:
    own = source(publisher="Noor Hale", stance=Stance.REFUTES)
    assert rules(claim(own, status=Status.DISPUTED)) == []
    assert rules(claim(source(publisher="Noor Hale"), status=Status.DISPUTED)) == ["claimant-only"]


def test_an_article_is_no_source_for_itself() -> None:
    reach = Reach(origin=lambda article: "https://records.example/17/" if article == "a" * 12 else "")
    assert rules(claim(source(), speaker=None), reach=reach) == ["claimant-only"]
    assert rules(claim(source(url="https://records.example/18"), speaker=None), reach=reach) == []


@pytest.mark.parametrize(
    "kept",
    [
        {"archive": LINK},
        {"archive": "", "snapshot": Snapshot("0" * 64, "page.html", 9)},
        {"archive": "", "url": "https://web.archive.org/web/2026/https://records.example/17"},
        {"archive": "", "url": "https://perma.cc/AB12-CD34"},
        {"archive": "", "url": ""},
    ],
    ids=["link", "copy", "its address is an archive's", "another archive", "no address"],
)
def test_a_page_that_is_kept_somewhere(kept: dict[str, object]) -> None:
    assert rules(claim(source(**kept))) == []


@pytest.mark.parametrize(
    "url", ["https://records.example/17", "https://notarchive.org/x", "https://archive.org.example/"]
)
def test_a_page_that_is_kept_nowhere(url: str) -> None:
    (finding,) = lint([claim(source(url=url, archive=""))])
    assert finding.rule == "unarchived"
    assert "Audit report 2020" in finding.message


PAGE = b"<html><p>We <b>never</b> missed a dead&shy;line,&nbsp;she said.</p><script>other words</script></html>"
KEPT = Snapshot("0" * 64, "page.html", len(PAGE))


@pytest.mark.parametrize(
    "quote", ["We never missed a deadline", "“we never … deadline”", "never missed a deadline, she"]
)
def test_a_quote_that_is_in_its_copy(quote: str) -> None:
    assert rules(claim(source(quote=quote, snapshot=KEPT)), reach=Reach(read=lambda _: PAGE)) == []


@pytest.mark.parametrize("quote", ["We often missed a deadline", "other words", "deadline … never", "ever missed"])
def test_a_quote_that_is_not_in_its_copy(quote: str) -> None:
    (finding,) = lint([claim(source(quote=quote, snapshot=KEPT))], {}, Reach(read=lambda _: PAGE))
    assert (finding.rule, finding.severity) == ("quote-missing", Severity.ERROR)


@pytest.mark.parametrize("data", [None, b"", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"  \n"])
def test_a_copy_without_words_says_nothing_about_a_quote(data: bytes | None) -> None:
    assert rules(claim(source(quote="words", snapshot=KEPT)), reach=Reach(read=lambda _: data)) == []


def test_a_copy_is_read_once_for_several_claims() -> None:
    read: list[Snapshot] = []

    def look(kept: Snapshot) -> bytes:
        read.append(kept)
        return PAGE

    claims = [claim(source(quote="never missed", snapshot=KEPT), id=f"{number:012x}") for number in range(5)]
    assert lint(claims, {}, Reach(read=look)) == ()
    assert read == [KEPT]


def test_settings_choose_rules_and_severity() -> None:
    doubtful = claim(source(**ONLY_SECONDARY, archive=""))
    assert [finding.rule for finding in lint([doubtful])] == ["single-source", "unarchived"]
    weights = {"single-source": "off", "unarchived": "error"}
    (finding,) = lint([doubtful], weights)
    assert (finding.rule, finding.severity) == ("unarchived", Severity.ERROR)


def test_findings_come_claim_by_claim() -> None:
    claims = [claim(id=f"{number:012x}") for number in range(3)]
    assert [finding.claim for finding in lint(claims)] == [one.id for one in claims]


def test_a_message_is_one_line_however_long_a_title_is() -> None:
    (finding,) = lint([claim(source(archive="", title="Report\n" * 100))])
    assert isinstance(finding, Finding)
    assert "\n" not in finding.message
    assert len(finding.message) < 200
