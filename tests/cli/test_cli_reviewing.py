"""Words beside a mark, sign-off by a second person, questions to people, and the lint."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from calling import SettingsFile, Tuifact

SCALE = """
[[ratings]]
label = "True"
status = "verified"
value = 5

[[ratings]]
label = "Mostly false"
status = "disputed"
value = 2
glyph = "≈"
colour = "warning"

[[ratings]]
label = "Unproven"
status = "unverified"
"""


# Words beside a mark


def test_a_mark_takes_its_words_along(tuifact: Tuifact, claims: list[str]) -> None:
    ran = tuifact(
        "mark", claims[0], "disputed", "--verdict", "The audit names 1.2 billion.", "--confidence", "high",
        "--correction", "spent 1.2 billion", "--note", "p. 14",
    )  # fmt: skip
    assert ran.code == 0
    for words in ("verdict  The audit names 1.2 billion.", "confidence  high", "correction  spent 1.2", "note  p. 14"):
        assert words in ran.out
    record = tuifact("claims", "--json").records[0]
    assert (record["verdict"], record["confidence"]) == ("The audit names 1.2 billion.", "high")
    assert record["correction"] == "spent 1.2 billion"


def test_words_without_a_status_leave_it(tuifact: Tuifact, claims: list[str]) -> None:
    tuifact("mark", claims[0], "disputed", "--by", "Ines", "--verdict", "It was ten.", "--note", "there")
    (record,) = tuifact(
        "mark", claims[0], "--verdict", "It was nine.", "--clear", "note", "--by", "Omar", "--json"
    ).records
    assert (record["status"], record["by"], record["verdict"], record["note"]) == (
        "disputed",
        "Ines",
        "It was nine.",
        "",
    )
    both = tuifact("mark", *claims[:2], "--correction", "nine", "--json").records
    assert [one["status"] for one in both] == ["disputed", "unverified"]


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("verified", "--confidence", "sure"), "high, medium, low"),
        (("verified", "--clear", "remark"), "internal-note"),
        (("perhaps", "--note", "x"), "verified, disputed, unverified"),
        ((), "verified, disputed, unverified"),
    ],
)
def test_wrong_words_are_wrong_usage(
    tuifact: Tuifact, claims: list[str], arguments: tuple[str, ...], named: str
) -> None:
    ran = tuifact("mark", claims[0], *arguments)
    assert ran.code == 2
    assert named in ran.err
    assert tuifact("mark", "verified", "--note", "x").code == 2


def test_a_rating_says_the_status_too(tuifact: Tuifact, claims: list[str], settings_file: SettingsFile) -> None:
    settings_file(SCALE)
    (record,) = tuifact("mark", claims[0], "--rating", "mostly FALSE", "--json").records
    assert (record["status"], record["rating"]) == ("disputed", "Mostly false")
    assert "rating  Mostly false" in tuifact("claims").out
    clash = tuifact("mark", claims[0], "verified", "--rating", "Mostly false")
    assert clash.code == 1
    assert "counts as disputed" in clash.err
    unknown = tuifact("mark", claims[0], "--rating", "Rather")
    assert unknown.code == 1
    assert "True, Mostly false, Unproven" in unknown.err
    assert tuifact("mark", claims[0], "--rating", "Unproven", "--json").records[0]["status"] == "unverified"
    assert tuifact("mark", claims[0], "verified", "--json").records[0]["rating"] == ""


def test_without_a_scale_of_ones_own_there_is_the_usual_one(tuifact: Tuifact, claims: list[str]) -> None:
    assert tuifact("mark", claims[0], "--rating", "Disputed", "--json").records[0]["status"] == "disputed"
    assert "Verified, Disputed" in tuifact("mark", claims[0], "--rating", "Half").err


# Settings


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('[[ratings]]\nlabel = "True"\nstatus = "true"\n', "verified, disputed, unverified"),
        ('[[ratings]]\nlabel = "True"\n', "status"),
        ('[[ratings]]\nstatus = "verified"\n', "label"),
        ('[[ratings]]\nlabel = "A"\nstatus = "verified"\n[[ratings]]\nlabel = "a"\nstatus = "disputed"\n', "twice"),
        ('[[ratings]]\nlabel = "A"\nstatus = "verified"\nglyph = "✓✓"\n', "one cell"),
        ('[[ratings]]\nlabel = "A"\nstatus = "verified"\nglyph = "真"\n', "one cell"),
        ('[[ratings]]\nlabel = "A"\nstatus = "verified"\nvalue = "5"\n', "value"),
        ('[[ratings]]\nlabel = "A"\nstatus = "verified"\ncolour = "#ff0000"\n', "colour"),
        ('[[ratings]]\nlabel = "A"\nstatus = "verified"\nweight = 5\n', "weight"),
        ("ratings = []\n", "[[ratings]]"),
        ("ratings = 5\n", "[[ratings]]"),
        ('[lint]\nsingle-sauce = "off"\n', "single-sauce"),
        ('[lint]\nsingle-source = "loud"\n', "error, warning, off"),
        ("[lint]\nsingle-source = 1\n", "text"),
    ],
)
def test_a_mistake_in_the_scale_or_the_rules_is_named(
    tuifact: Tuifact, settings_file: SettingsFile, text: str, named: str
) -> None:
    path = settings_file(text)
    ran = tuifact("list")
    assert (ran.code, len(ran.errors)) == (1, 1)
    assert str(path) in ran.err
    assert named in ran.err


def test_config_show_can_be_read_again(tuifact: Tuifact, settings_file: SettingsFile) -> None:
    from tuifact.config import load_settings

    path = settings_file(SCALE + '[lint]\nunarchived = "off"\n')
    before = load_settings()
    assert [rating.label for rating in before.ratings] == ["True", "Mostly false", "Unproven"]
    path.write_text(tuifact("config", "show").out, encoding="utf-8")
    assert load_settings() == before


def test_config_init_names_rules_and_a_scale(tuifact: Tuifact) -> None:
    from tuifact.config import Settings, load_settings
    from tuifact.paths import config_file

    tuifact("config", "init")
    text = config_file().read_text(encoding="utf-8")
    assert "[[ratings]]" in text
    assert 'single-source = "warning"' in text
    assert load_settings() == Settings()


# Who is at the keyboard


def test_git_names_the_checker_where_the_library_or_we_are_in_a_repository(
    tuifact: Tuifact, claims: list[str], library_folder: Path, settings_file: SettingsFile
) -> None:
    def by() -> str:
        return str(tuifact("mark", claims[0], "verified", "--json").records[0]["by"])

    plain = by()
    for folder, name in ((Path.cwd(), "Iris of the folder"), (library_folder, "Ines of the library")):
        try:
            subprocess.run(["git", "init", "-q", str(folder)], check=True, capture_output=True)
        except FileNotFoundError:
            pytest.skip("git is not installed")
        assert by() in (plain, "Iris of the folder")
        subprocess.run(["git", "-C", str(folder), "config", "user.name", name], check=True)
        assert by() == name
    settings_file('checker = "Desk two"\n')
    assert by() == "Desk two"
    assert tuifact("mark", claims[0], "verified", "--by", "Omar", "--json").records[0]["by"] == "Omar"


def test_without_git_it_is_who_is_logged_in(
    tuifact: Tuifact, claims: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (Path.cwd() / ".git").mkdir()
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("LOGNAME", "keeper")
    assert tuifact("mark", claims[0], "verified", "--json").records[0]["by"] == "keeper"


# Review


def test_a_second_person_signs_off(tuifact: Tuifact, claims: list[str]) -> None:
    tuifact("mark", claims[0], "disputed", "--by", "Ines")
    refused = tuifact("review", "sign", claims[0], "--by", " ines ")
    assert (refused.code, refused.raw) == (1, b"")
    assert "Ines decided it" in refused.err
    ran = tuifact("review", "sign", claims[0][:6], "--by", "Omar")
    assert ran.code == 0
    assert "signed" in ran.out
    assert "→ Omar" in ran.out
    record = tuifact("claims", "--json").records[0]
    assert (record["signature"]["by"], record["signature"]["holds"]) == ("Omar", True)
    assert "signed off by Omar" in tuifact("claims").out
    tuifact("mark", claims[0], "--note", "another reason")
    assert tuifact("claims", "--json").records[0]["signature"]["holds"] is False
    assert "sign-off void" in tuifact("claims").out
    assert [one["review"] for one in tuifact("review", "list", "--json").records][:2] == ["void", "open"]
    assert "signed off by Omar" in tuifact("history", claims[0]).out


def test_signing_an_article_leaves_out_ones_own(tuifact: Tuifact, article: str, claims: list[str]) -> None:
    assert tuifact("review", "sign", article, "--by", "Omar").code == 1
    tuifact("mark", claims[0], "verified", "--by", "Ines")
    tuifact("mark", claims[1], "disputed", "--by", "Omar")
    ran = tuifact("review", "sign", article, "--by", "Omar", "--json")
    assert ran.code == 3
    assert [record["id"] for record in ran.records] == [claims[0]]
    assert claims[1] in ran.err
    only_own = tuifact("review", "sign", article, "--by", "Omar")
    assert only_own.code == 1
    assert tuifact("review", "sign", article, "--by", "Iris", "--json").records[0]["id"] == claims[1]
    done = tuifact("review", "sign", article, "--by", "Iris")
    assert (done.code, done.raw) == (0, b"")
    assert "nothing left" in done.err
    assert len(tuifact("review", "withdraw", article, "--json").records) == 2
    assert tuifact("review", "withdraw", article).code == 1
    assert tuifact("review", "withdraw", claims[0]).code == 1


def test_the_list_of_what_is_reviewed(tuifact: Tuifact, article: str, claims: list[str]) -> None:
    tuifact("mark", *claims[:2], "verified", "--by", "Ines")
    tuifact("review", "sign", claims[0], "--by", "Omar")
    ran = tuifact("review", "list", article)
    assert "1 unsigned" in ran.err
    assert "1 signed" in ran.err
    signed = tuifact("review", "list", "--state", "signed", "--json").records
    assert [record["id"] for record in signed] == [claims[0]]
    assert signed[0]["signature"]["by"] == "Omar"
    wrong = tuifact("review", "list", "--state", "done")
    assert wrong.code == 2
    assert "open, unsigned, signed, void" in wrong.err


@pytest.mark.parametrize("command", ["sign", "withdraw"])
def test_what_is_neither_claim_nor_article(tuifact: Tuifact, claims: list[str], command: str) -> None:
    ran = tuifact("review", command, "ffffffff", "--by", "Omar")
    assert (ran.code, len(ran.errors)) == (1, 1)
    assert "ffffffff" in ran.err


# Questions


def test_questions_are_listed_person_by_person(tuifact: Tuifact, claims: list[str]) -> None:
    asked = tuifact(
        "question", "ask", claims[0], "Noor Hale", "Where is the figure from?", "--reply", "--json"
    ).records[0]
    tuifact("question", "ask", claims[1], "Maren Holt", "Which page?", "--later")
    tuifact("question", "ask", claims[1], "noor  hale", "And when?")
    assert (asked["claim"], asked["reply"], asked["answered"]) == (claims[0], True, "")
    out = tuifact("question", "list").out
    assert out.index("Noor Hale  2 open") < out.index("Where is the figure") < out.index("And when?")
    assert out.index("And when?") < out.index("Maren Holt  1 open") < out.index("still to be asked")
    assert "right of reply" in out
    answered = tuifact("question", "answer", asked["id"][:6], "From the budget.")
    assert "→ From the budget." in answered.out
    open_ones = tuifact("question", "list", "--open", "--json").records
    assert [record["text"] for record in open_ones] == ["Which page?", "And when?"]
    assert len(tuifact("question", "list", "--person", "NOOR HALE", "--json").records) == 2


def test_no_answer_closes_a_question_and_undo_opens_it(tuifact: Tuifact, claims: list[str]) -> None:
    (asked,) = tuifact("question", "ask", claims[0], "Noor Hale", "Why?", "--later", "--json").records
    assert tuifact("question", "put", asked["id"], "--json").records[0]["asked"]
    assert "no answer, closed" in tuifact("question", "answer", asked["id"], "--none").out
    assert tuifact("question", "list", "--open").raw == b""
    assert tuifact("undo").out.startswith("taken back: answered Noor Hale: Why?")
    assert len(tuifact("question", "list", "--open", "--json").records) == 1
    assert tuifact("question", "answer", asked["id"]).code == 2
    assert tuifact("question", "answer", asked["id"], "Because.", "--none").code == 2
    assert tuifact("question", "remove", asked["id"]).out.startswith("removed: Why?")
    assert "tuifact question ask" in tuifact("question", "list").err


def test_a_question_needs_its_words(tuifact: Tuifact, claims: list[str]) -> None:
    assert tuifact("question", "ask", claims[0], "Noor Hale", " ").code == 1
    assert tuifact("question", "ask", claims[0], "", "Why?").code == 1
    assert tuifact("question", "ask", claims[0], "Noor Hale").code == 2


# Lint


def test_the_lint_names_claim_rule_and_remedy(
    tuifact: Tuifact, article: str, claims: list[str], tmp_path: Path
) -> None:
    quiet = tuifact("lint")
    assert (quiet.code, quiet.raw) == (0, b"")
    assert "nothing" in quiet.err
    tuifact("mark", claims[0], "verified")
    ran = tuifact("lint", article)
    assert ran.code == 0
    assert claims[0] in ran.out
    assert "no-evidence" in ran.out
    (tmp_path / "page.txt").write_text("The bridge opened in spring.")
    tuifact("evidence", "add", claims[0], "https://records.example/1", "--quote", "It opened in autumn.",
            "--snapshot", str(tmp_path / "page.txt"), "--grade", "primary")  # fmt: skip
    found = tuifact("lint", claims[0], "--json")
    assert found.code == 3
    assert [(record["rule"], record["severity"]) for record in found.records] == [("quote-missing", "error")]
    assert list(found.records[0]) == ["claim", "article", "rule", "severity", "message"]
    assert tuifact("lint", claims[1], "--json").records == []


def test_settings_silence_and_sharpen_rules(tuifact: Tuifact, claims: list[str], settings_file: SettingsFile) -> None:
    tuifact("mark", claims[0], "verified", "--verdict", "It did.")
    settings_file('[lint]\nno-evidence = "error"\n')
    assert tuifact("lint").code == 3
    settings_file('[lint]\nno-evidence = "off"\n')
    assert tuifact("lint").raw == b""


def test_a_quote_is_looked_for_in_a_pdf_too(tuifact: Tuifact, claims: list[str], tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2")
    page = b"BT /F1 12 Tf 72 720 Td (The bridge opened in spring.) Tj ET"
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(page), page),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    data = b"%PDF-1.4\n" + b"".join(b"%d 0 obj%b endobj\n" % (at, part) for at, part in enumerate(parts, 1))
    (tmp_path / "audit.pdf").write_bytes(data + b"trailer<</Root 1 0 R>>\n%%EOF")
    tuifact("mark", claims[0], "verified")
    for quote, code in (("opened in spring", 0), ("opened in autumn", 3)):
        tuifact("evidence", "add", claims[0], "https://records.example/1", "--grade", "primary", "--quote", quote,
                "--snapshot", str(tmp_path / "audit.pdf"))  # fmt: skip
        assert tuifact("lint").code == code


# Long lists


def test_lists_of_reviews_sources_and_questions_can_be_cut_short(tuifact: Tuifact, claims: list[str]) -> None:
    for number, claim in enumerate(claims[:2]):
        tuifact("evidence", "add", claim, f"https://records.example/{number}")
        for person in ("Noor Hale", "Ana Ruiz"):
            tuifact("question", "ask", claim, person, f"Where is figure {number} from?")
    for command, most in ((("review", "list"), 3), (("evidence", "list"), 2), (("question", "list"), 4)):
        every = tuifact(*command, "--json").records
        assert len(every) == most
        for limit in (0, 1, most - 1, most + 1):
            assert tuifact(*command, "--limit", str(limit), "--json").records == every[:limit]
    assert len(tuifact("evidence", "list", "--by-source", "--limit", "1", "--json").records) == 1
    assert tuifact("question", "list", "--limit", "1").out.startswith("Ana Ruiz  1 open\n")
