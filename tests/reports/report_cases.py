"""Dossiers for the tests of reports, between them every value that is hard to print."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from tuifact.model import (
    Action,
    Anchor,
    Article,
    ArticleSummary,
    Band,
    Claim,
    Confidence,
    Dismissal,
    Dossier,
    EarlierCheck,
    Event,
    Evidence,
    Finding,
    Grade,
    Kind,
    Original,
    Paragraph,
    Post,
    Question,
    Rating,
    Repair,
    Sentence,
    Severity,
    Signature,
    Snapshot,
    Stance,
    Status,
    Tally,
)

HOSTILE = (
    "The town of a|b||c paid `one` and ``two`` to <script>alert(1)</script> in 2019.",
    "--> <!-- x [link](/x 't') ![pic](/y) ](javascript:alert(1)) cost 3 million.",
    "</td></table></details> \\| \\ **bold** _em_ __strong__ ~~gone~~ &lt;b&gt; &amp;#35; 5_000.",
    "# 12 of 30\n## homes\n- lost\n1. power\n> in\n===\n---\n| a | b |\n|---|---|\n    code\n~~~\n[^1]: x",
)


def find_span(article: Article, paragraph: int, text: str) -> dict[str, Any]:
    """Where a sentence stands, as fields of a claim."""
    start = article.paragraphs[paragraph].text.index(text)
    return {"text": text, "paragraph": paragraph, "start": start, "end": start + len(text)}


def summarise(article: Article, claims: tuple[Claim, ...], id: str, tags: tuple[str, ...] = ()) -> ArticleSummary:
    """The summary a library would make."""
    return ArticleSummary(
        id=id,
        title=article.title,
        byline=article.byline,
        published=article.published,
        language=article.language,
        source=article.original.source,
        sha256=article.original.sha256,
        added=article.original.received,
        tags=tags,
        tally=Tally.of(claim.status for claim in claims),
        warnings=article.warnings,
    )


def ordinary() -> Dossier:
    """A newspaper article half checked: every kind of paragraph, every status, every kind of event."""
    post = Post("Harbour Bridge", "@harbour_bridge", date(2020, 3, 1))
    article = Article(
        paragraphs=(
            Paragraph("Bridge cost tripled, auditor finds", "heading"),
            Paragraph("The bridge opened on 12 October 2019. Few had believed it would."),
            Paragraph("“It cost 1.5 billion, three times the amount approved in 2018,” said Ida Holm."),
            Paragraph("We will publish the minutes soon. #bridge", "post", post),
            Paragraph("No other bridge in the country is longer.", "post", post),
            Paragraph("— Harbour Bridge (@harbour_bridge) March 1, 2020", "post", post),
            Paragraph("Steel rose by 40 percent within a year.", "list"),
            Paragraph("Wages rose by 3.", "list"),
            Paragraph("“We have never missed a deadline,” the agency wrote in 2015.", "quote"),
            Paragraph("The toll will pay for it by 2029."),
        ),
        title="Bridge cost tripled, auditor finds",
        byline="Mara Lind",
        published=date(2020, 3, 3),
        language="en",
        warnings=("One quotation mark is never closed.",),
        original=Original(b"as received", "/home/ana/bridge.txt", "2020-03-04T08:30:00Z", encoding="ascii"),
        find_repairs=lambda: (
            Repair("space before punctuation", (3, 5), " ,", ","),
            Repair("split number", (9, 15), "1 . 5", "1.5"),
            Repair("space before punctuation", (20, 22), " .", "."),
        ),
        id="3fa85f64",
    )
    decided: dict[str, Any] = {"by": "ana", "at": "2020-03-04T14:05:59.120Z", "rev": 1}
    claims = (
        Claim(
            **find_span(article, 1, "The bridge opened on 12 October 2019."),
            **decided,
            id="c1",
            article="3fa85f64",
            status=Status.VERIFIED,
            note="The harbour log has the first crossing at 06:14.\nSo has the gazette.\n\nBoth were seen on paper.",
            internal_note="Call the harbour master before we print.",
            reasons=("date", "past event"),
            band=Band.CHECKABLE,
            worth=0.62,
        ),
        Claim(
            **find_span(article, 2, "“It cost 1.5 billion, three times the amount approved in 2018,” said Ida Holm."),
            **decided,
            id="c2",
            article="3fa85f64",
            speaker="Ida Holm",
            kind=Kind.STATISTIC,
            status=Status.DISPUTED,
            note="The audit report of 2020 has 1.2 billion (p. 14).",
            reasons=("number", "comparison", "named source"),
            band=Band.FIRST,
            worth=0.91,
            anchor=Anchor("", ""),
        ),
        Claim(
            **find_span(article, 4, "No other bridge in the country is longer."),
            id="c3",
            article="3fa85f64",
            speaker="Harbour Bridge",
            kind=Kind.COMPARISON,
            reasons=("superlative",),
            band=Band.FIRST,
            worth=0.8,
        ),
        Claim(
            **find_span(article, 6, "Steel rose by 40 percent within a year."),
            id="c4",
            article="3fa85f64",
            kind=Kind.STATISTIC,
            status=Status.VERIFIED,
            by="ben",
            at="2020-03-05T09:00:00.000Z",
            rev=3,
            text_changed=True,
            reasons=("number",),
            worth=0.7,
        ),
        Claim(
            **find_span(article, 8, "“We have never missed a deadline,” the agency wrote in 2015."),
            id="c5",
            article="3fa85f64",
            speaker="the agency",
            kind=Kind.QUOTE,
            by="ben",
            at="2020-03-05T09:10:00.000Z",
            rev=2,
            worth=0.5,
        ),
    )
    new, good, bad = Status.UNVERIFIED, Status.VERIFIED, Status.DISPUTED
    history = (
        Event("c1", "3fa85f64", Action.ADDED, "", "2020-03-04T08:30:00.000Z", new, new, "", 0),
        Event("c1", "3fa85f64", Action.MARKED, "ana", "2020-03-04T14:05:59.120Z", new, good, "The harbour log …", 1),
        Event("c2", "3fa85f64", Action.MARKED, "ana", "2020-03-04T14:05:59.120Z", new, bad, "The audit …", 1),
        Event("c5", "3fa85f64", Action.MARKED, "ben", "2020-03-05T09:05:00.000Z", new, bad, "", 1),
        Event("c5", "3fa85f64", Action.UNDONE, "ben", "2020-03-05T09:10:00.000Z", bad, new, "", 2),
        Event("c4", "3fa85f64", Action.NOTED, "ben", "2020-03-05T09:11:00.000Z", good, good, "", 3),
        Event("gone", "3fa85f64", Action.MARKED, "ben", "2020-03-05T09:12:00.000Z", new, good, "", 1),
    )
    unchecked = (
        Sentence(**find_span(article, 1, "Few had believed it would."), kind=Kind.OPINION),
        Sentence(
            **find_span(article, 9, "The toll will pay for it by 2029."), speaker="Ida Holm", kind=Kind.PREDICTION
        ),
    )
    return Dossier(summarise(article, claims, "3fa85f64", ("bridge",)), article, claims, history, unchecked)


SCALE = (
    Rating("Right", Status.VERIFIED, 5),
    Rating("Mostly right", Status.VERIFIED, 4, "◕"),
    Rating("Half right", Status.DISPUTED, 3, "◑"),
    Rating("Wrong", Status.DISPUTED, 1),
    Rating("Unproven", Status.DISPUTED),
)
"""A scale as a newsroom may have it."""

GAZETTE = "https://gazette.example/2019/10/12"


def reviewed() -> Dossier:
    """The same article with all that a review adds: evidence, ratings, findings, questions, signatures."""
    dossier = ordinary()
    opened, cost, longest, steel, missed = dossier.claims
    kept = Snapshot("ab" * 32, "audit-2020.pdf", 482_113)
    log = Evidence(
        title="Harbour log, volume 88", publisher="Port Authority", locator="folio 12", grade=Grade.PRIMARY,
        quote="06:14, first lorry over the bridge.", seen=date(2020, 3, 4), id="e1",
    )  # fmt: skip
    gazette = Evidence(
        url=GAZETTE, title="Bridge open", publisher="The Gazette", archive=f"https://archive.example/1/{GAZETTE}",
        seen=date(2020, 3, 4), id="e2",
    )  # fmt: skip
    audit = Evidence(
        url="https://city.example/audit/2020.pdf", title="Audit report 2020", publisher="City Auditor",
        quote="The works came to 1.2 billion,\nwithout interest.", locator="p. 14", stance=Stance.REFUTES,
        grade=Grade.PRIMARY, seen=date(2020, 3, 4), snapshot=kept, id="e3",
    )  # fmt: skip
    asked = Evidence(publisher="Ida Holm", stance=Stance.CONTEXT, grade=Grade.PERSON, quote="I misspoke.", id="e4")
    table = Evidence(url=f"{GAZETTE}#prices", title="Bridge open", grade=Grade.DATA, seen=date(2020, 3, 5), id="e5")
    opened = replace(
        opened,
        verdict="The bridge opened on 12 October 2019, as the harbour log and the gazette agree.",
        rating="Right",
        confidence=Confidence.HIGH,
        evidence=(log, gazette),
    )
    opened = replace(opened, signature=Signature("cleo", "2020-03-06T10:00:00.000Z", opened.digest))
    cost = replace(
        cost,
        verdict="The bridge cost 1.2 billion, not 1.5.",
        rating="Half right",
        confidence=Confidence.MEDIUM,
        correction="“It cost 1.2 billion, more than twice the amount approved in 2018,” said Ida Holm.",
        evidence=(audit, asked, replace(gazette, stance=Stance.CONTEXT, id="e6", archive="")),
        contested=True,
    )
    cost = replace(cost, signature=Signature("cleo", "2020-03-06T10:05:00.000Z", "0" * 64))
    steel = replace(
        steel,
        origin="False by Check Desk, 9 January 2020",
        previous="Steel rose by 14 percent within a year.",
        evidence=(table,),
    )
    findings = (
        Finding("unarchived", Severity.WARNING, "c2", "“Audit report 2020” has no archived copy: add --archive."),
        Finding("contradiction", Severity.ERROR, "c4", "the figure 40 percent is judged otherwise elsewhere."),
    )
    questions = (
        Question("q1", "c2", "3fa85f64", "Ida Holm", "Where does 1.5 billion come from?", reply=True,
                 asked="2020-03-04T15:00:00.000Z",
                 answer="I misspoke, it is 1.2.", answered="2020-03-05T08:00:00.000Z"),
        Question("q2", "c3", "3fa85f64", "Harbour Bridge", "Longest by deck or by span?"),
        Question("q3", "c5", "3fa85f64", "Ida Holm", "Was any deadline missed?", asked="2020-03-05T09:00:00.000Z"),
    )  # fmt: skip
    earlier = {
        "c2": (
            EarlierCheck(0.97, "same", "", "published", "The bridge cost 1.5 billion.", "False", "Check Desk",
                         "https://checks.example/bridge?a=1&b=2", date(2020, 1, 9)),
            EarlierCheck(0.8, "differs", "number: 1.5 → 1.9", "library", "The bridge cost 1.9 billion.",
                         "disputed", "ana"),
        )
    }  # fmt: skip
    new, good = Status.UNVERIFIED, Status.VERIFIED
    own = "3fa85f64"
    history = (
        *dossier.history,
        Event("c1", own, Action.EVIDENCED, "ana", "2020-03-05T10:00:00.000Z", good, good, "", 1, "added Bridge open"),
        Event("c3", own, Action.ASKED, "ben", "2020-03-05T11:00:00.000Z", new, new, "", 0, "asked Harbour Bridge"),
        Event("c1", own, Action.SIGNED, "cleo", "2020-03-06T10:00:00.000Z", good, good, "", 1, "signed off"),
    )
    return replace(
        dossier,
        claims=(opened, cost, longest, steel, missed),
        history=history,
        findings=findings,
        questions=questions,
        earlier=earlier,
        sentences=11,
        dismissals=(Dismissal("c2", "check:5e1f", "The bridge is 1.5 km long.", "cleo", "2020-03-06T09:00:00.000Z"),),
    )


def hostile() -> Dossier:
    """An article, notes and names that try to become Markdown, HTML, YAML or a terminal's orders."""
    title = '--- title: "x" \n\n# Second | `heading` </script> -->  ](javascript:alert(1)) #'
    article = Article(
        paragraphs=tuple(map(Paragraph, HOSTILE)),
        title=title,
        byline="<b>Eve</b> | [x](y)",
        original=Original(b"", "/tmp/`a|b`\n# c.txt", "2020-03-04T08:30:00Z"),
        id="deadbeef",
        warnings=("bell \x07 escape \x1b[31m red", "- [ ] task"),
    )
    claims = tuple(
        Claim(
            text=text,
            paragraph=place,
            start=0,
            end=len(text),
            id=f"h{place}",
            article="deadbeef",
            speaker="**Eve** | _M_\nllory" if place % 2 else None,
            status=tuple(Status)[place % 3],
            note=HOSTILE[-1 - place] + "\n```\nfence\n\n\n\n---\ntitle: x\n---\n\tdeep \u202egnp.exe \x9b31m",
            by="`me`|<i>",
            at="|now|",
            reasons=("a|b", "<i>", "`c`"),
            verdict=text + "\n# so",
            correction=text,
            rating="=**<b>**" if place else "",
            evidence=(hostile_source(text, place),),
            signature=Signature("<b>|", "# now", "x"),
        )
        for place, text in enumerate(HOSTILE)
    )
    event = Event("h0", "deadbeef", Action.MARKED, "a|b`", "<at>", Status.UNVERIFIED, Status.VERIFIED, "|", 1)
    unchecked = (Sentence("# [ ] *I* think\n> so |", 0, 0, 1, "<u>", Kind.OPINION),)
    findings = (Finding("<r>", Severity.ERROR, "h1", "| [x](javascript:y) | </script>"),)
    questions = (Question("q", "h1", "deadbeef", "**|</b>", HOSTILE[3], True, "|", HOSTILE[2], "<i>"),)
    earlier = {"h0": (EarlierCheck(1, "differs", "<i>|`", "published", HOSTILE[1], "**<b>", "|x|", "javascript:x"),)}
    summary = summarise(article, claims, "deadbeef", ("a|b",))
    dismissals = (Dismissal("h2", "check:<b>|", HOSTILE[3], "`|<i>", "<at>"),)
    return Dossier(summary, article, claims, (event,), unchecked, findings, questions, earlier, dismissals=dismissals)


def hostile_source(text: str, place: int) -> Evidence:
    """A source that says all this; its address is one of the web, of no use, or none."""
    url = ("https://a.example/<b>|`)](x)\"'", "javascript:alert(1)", "")[place % 3]
    stance = tuple(Stance)[place % 3]
    return Evidence(url, text, f"|{text}", f"> {text}", "**`|", stance, archive="data:text/html,<b>")


def with_words(title: str, text: str, note: str, name: str) -> Dossier:
    """A small reviewed dossier that says this and nothing else."""
    article = Article((Paragraph(text),), title, name, original=Original(b"", f"https://a.example/{name}"), id="0123")
    source = Evidence(f"https://a.example/{note}", name, title, note, text, Stance.REFUTES, archive=note)
    claim = Claim(
        text=text, paragraph=0, start=0, end=len(text), speaker=name, reasons=(name,), id="c", article="0123",
        status=Status.DISPUTED, verdict=note, rating=name, note=note, correction=text, by=name, at=note,
        evidence=(source, replace(source, url="", stance=Stance.CONTEXT)), signature=Signature(name, note, ""),
    )  # fmt: skip
    still_open = Claim(text=note, paragraph=0, start=0, end=1, id="d", article="0123")
    return Dossier(
        summarise(article, (claim, still_open), "0123", (name,)),
        article,
        (claim, still_open),
        (Event("c", "0123", Action.SIGNED, name, note, claim.status, claim.status, text, 1, title),),
        (Sentence(text, 0, 0, 1, name, Kind.OPINION),),
        (Finding(name, Severity.ERROR, "c", note),),
        (Question("q", "c", "0123", name, text, True, note, title, note),),
        {"c": (EarlierCheck(1, "differs", name, "published", text, note, title, note),)},
        1,
    )


def bare() -> Dossier:
    """Next to nothing: no title, no author, no source, no claim."""
    article = Article(paragraphs=(Paragraph("Good morning."),), id="0000")
    return Dossier(summarise(article, (), "0000"), article, ())


def worldly() -> Dossier:
    """Right-to-left and double-width text, joiners, combining marks, an emoji family."""
    texts = ("الجسر طوله 412 مترا.", "橋の長さは412メートルです。", "Le pont « Élan » mesure 412 m… 👨‍👩‍👧 e\u0301")
    article = Article(
        paragraphs=tuple(map(Paragraph, texts)),
        title="الجسر 橋 Élan 👨‍👩‍👧",
        byline="山田 太郎",
        language="ar",
        original=Original(b"w", "-", ""),
        id="cafe",
    )
    claims = tuple(
        Claim(text=text, paragraph=place, end=len(text), start=0, id=f"w{place}", article="cafe", speaker="سلام ‌ها")
        for place, text in enumerate(texts)
    )
    return Dossier(summarise(article, claims, "cafe"), article, claims)


def without_marks(dossier: Dossier) -> Dossier:
    """The dossier's twin: the same words, lines and spaces, every other character an x."""

    article = replace(
        dossier.article,
        paragraphs=tuple(replace(paragraph, text=twin(paragraph.text)) for paragraph in dossier.article.paragraphs),
        title=twin(dossier.article.title),
        byline=twin(dossier.article.byline),
        warnings=tuple(map(twin, dossier.article.warnings)),
        original=replace(dossier.article.original, source=twin(dossier.article.original.source)),
    )
    claims = tuple(
        replace(
            claim,
            text=twin(claim.text),
            note=twin(claim.note),
            verdict=twin(claim.verdict),
            correction=twin(claim.correction),
            rating=twin(claim.rating),
            by=twin(claim.by),
            at=twin(claim.at),
            speaker=claim.speaker and twin(claim.speaker),
            reasons=tuple(map(twin, claim.reasons)),
            evidence=tuple(harmless_source(source) for source in claim.evidence),
            signature=claim.signature and Signature(twin(claim.signature.by), twin(claim.signature.at), "x"),
        )
        for claim in dossier.claims
    )
    history = tuple(
        replace(event, by=twin(event.by), at=twin(event.at), note=twin(event.note)) for event in dossier.history
    )
    return replace(
        dossier,
        summary=summarise(article, claims, dossier.summary.id),
        article=article,
        claims=claims,
        history=history,
        unchecked=tuple(
            replace(one, text=twin(one.text), speaker=one.speaker and twin(one.speaker)) for one in dossier.unchecked
        ),
        findings=tuple(replace(one, message=twin(one.message)) for one in dossier.findings),
        questions=tuple(
            replace(one, person=twin(one.person), text=twin(one.text), asked=twin(one.asked),
                    answer=twin(one.answer), answered=twin(one.answered))
            for one in dossier.questions
        ),
        earlier={
            id_: tuple(replace(one, why=twin(one.why), text=twin(one.text), verdict=twin(one.verdict),
                               source=twin(one.source)) for one in checks)
            for id_, checks in dossier.earlier.items()
        },
    )  # fmt: skip


def twin(text: str) -> str:
    """The same letters, digits and white space; every other character is an x."""
    return "".join(one if one.isalnum() or one in " \n\t" else "x" for one in text)


def harmless_source(source: Evidence) -> Evidence:
    """The twin of a source; an address of the web stays one."""
    return replace(
        source,
        url="https://a.example/x" if source.url.startswith("https:") else twin(source.url),
        archive="",
        title=twin(source.title),
        publisher=twin(source.publisher),
        quote=twin(source.quote),
        locator=twin(source.locator),
    )
