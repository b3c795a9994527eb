"""Templates of one's own: what they can say, what they cannot reach, and what happens when they are wrong."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import html5lib
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_reader import Rendered, squeezed
from report_cases import SCALE, hostile, ordinary, reviewed, with_words, without_marks, worldly

from tuifact.errors import ReportError
from tuifact.model import Dossier
from tuifact.model.plain import plain_text
from tuifact.reports import ReportOptions, choose_template

GUIDE = (Path(__file__).parents[2] / "docs" / "templates.md").read_text(encoding="utf-8")
MARKDOWN, HTML = re.findall(r"```jinja\n(.*?)```", GUIDE, re.DOTALL)
OPTIONS = ReportOptions(ratings=SCALE, url="https://checks.example/")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where templates are."""
    return tmp_path


def render(folder: Path, source: str, *dossiers: Dossier, form: str = "markdown", internal: bool = False) -> str:
    """What this template makes of these articles."""
    file = folder / "own.jinja"
    file.write_text(source, encoding="utf-8")
    options = ReportOptions(ratings=SCALE, url="https://checks.example/", internal=internal)
    return "".join(choose_template(form, file).render(dossiers, options))


def test_the_markdown_example_of_the_guide_holds(folder: Path) -> None:
    rendered = Rendered(render(folder, MARKDOWN, reviewed()))
    assert rendered.headings[0] == (1, "Bridge cost tripled, auditor finds")
    assert rendered.headings[2] == (2, "2. ◑ Half right (disputed)")
    assert "https://city.example/audit/2020.pdf" in rendered.links


def test_the_html_example_of_the_guide_holds(folder: Path) -> None:
    page = render(folder, HTML, reviewed(), form="html")
    parser = html5lib.HTMLParser()
    parser.parse(page)
    assert parser.errors == []
    assert 'class="disputed"' in page
    assert '"@type": "ClaimReview"' in page


def test_hostile_text_has_the_structure_of_its_harmless_twin(folder: Path) -> None:
    mine, twin = (render(folder, MARKDOWN, dossier) for dossier in (hostile(), without_marks(hostile())))
    assert Rendered(mine).shape == Rendered(twin).shape
    mine, twin = (render(folder, HTML, dossier, form="html") for dossier in (hostile(), without_marks(hostile())))
    assert re.findall(r"<\w+", mine.partition("<script")[0]) == re.findall(r"<\w+", twin.partition("<script")[0])


def test_every_name_in_the_guide_is_there(folder: Path) -> None:
    tables = {part: re.findall(r"^\| (`.*?) \| ", GUIDE.split(part)[1].split("\n\n", 2)[1], re.MULTILINE) for part in
              ("An article has", "A claim has")}  # fmt: skip
    named = {part: re.findall(r"`(\w+)`", " ".join(rows)) for part, rows in tables.items()}
    source = "".join(f"{{{{ article.{name} }}}}" for name in named["An article has"])
    source += "{% for claim in article.claims %}" + "".join(f"{{{{ claim.{name} }}}}" for name in named["A claim has"])
    assert len(named["An article has"]) > 15
    assert render(folder, source + "{% endfor %}", reviewed())
    uses = re.findall(r"`(\w+)`", GUIDE.split("A source in use (`uses`) has ")[1].split("number in")[0])
    source = "".join(f"{{{{ use.{name} }}}}" for name in uses)
    assert render(folder, f"{{% for use in article.claims[0].evidence[0].uses %}}{source}{{% endfor %}}", reviewed())


def test_several_articles_one_after_the_other(folder: Path) -> None:
    source = "{% for article in articles %}{{ article.number }}: {{ article.title }}\n{% endfor %}"
    assert render(folder, source, ordinary(), worldly()).splitlines()[0] == "1: Bridge cost tripled, auditor finds"
    assert render(folder, source, ordinary()) == "0: Bridge cost tripled, auditor finds\n"
    assert render(folder, source) == ""
    assert render(folder, "{{ article is none }}", ordinary(), worldly()) == "True"


def test_internal_notes_leave_on_request_only(folder: Path) -> None:
    source = "{{ article.claims[0].internal_note }}"
    assert render(folder, source, ordinary()) == ""
    assert "harbour master" in render(folder, source, ordinary(), internal=True)


@pytest.mark.parametrize(
    ("source", "line", "reason"),
    [
        ("one\n\n{% for x in %}\n", 3, "Expected an expression"),
        ("one\n{{ artcle.title }}", 2, "'artcle' is undefined"),
        ("one\n\n{{ article.name }}", 3, "has no attribute 'name'"),
        ("\n{{ article.title|nothing }}", 2, "No filter named 'nothing'"),
        ("\n\n{{ 1 / 0 }}", 3, "division by zero"),
        ("\n{{ article.claims[99].text }}", 2, "has no element 99"),
        ("\n{{ article.title|safe }}", 2, "No filter named 'safe'"),
        ("\n{% include 'other.jinja' %}", 2, "other.jinja"),
    ],
)
def test_a_mistake_names_the_line(folder: Path, source: str, line: int, reason: str) -> None:
    with pytest.raises(ReportError) as caught:
        render(folder, source, ordinary())
    assert f"own.jinja, line {line}: " in caught.value.message
    assert reason in caught.value.message


@pytest.mark.parametrize(
    "source",
    [
        "{{ article.__class__ }}",
        "{{ article.title.__class__.__mro__ }}",
        "{{ jsonld.__globals__ }}",
        "{{ article.claims.append(1) }}",
        "{{ ''.__class__.__base__.__subclasses__() }}",
        "{{ '{0.__class__}'.format(article) }}",
        "{% include '../secret' %}",
        "{% include '/etc/passwd' %}",
        "{{ cycler.__init__.__globals__ }}",
    ],
)
@pytest.mark.parametrize("form", ["markdown", "html"])
def test_the_sandbox_holds(folder: Path, source: str, form: str) -> None:
    inside = folder / "inside"
    inside.mkdir()
    (folder / "secret").write_text("secret")
    with pytest.raises(ReportError):
        render(inside, source, ordinary(), form=form)


def test_files_beside_it_can_be_extended_and_included(folder: Path) -> None:
    (folder / "base.jinja").write_text("<{% block body %}{% endblock %}>", encoding="utf-8")
    (folder / "part.jinja").write_text("*{{ article.title }}*", encoding="utf-8")
    source = "{% extends 'base.jinja' %}{% block body %}{% include 'part.jinja' %}{% endblock %}"
    assert render(folder, source, ordinary()) == "<*Bridge cost tripled, auditor finds*>"


HARD = st.text(st.sampled_from("\\`*_{}[]()#+-.!|<>~&;:=\"'/ab1 \n\u202e\x1b"), max_size=30)
TRICKS = """\
{% macro said(words) %}{{ words }}{% endmacro %}
before {{ said(article.title) }} {{ article.title ~ "" }}
{{ article.title|upper|lower }} {{ [article.title]|join(",") }} after
"""


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(HARD)
def test_markdown_is_escaped_whatever_the_template_does(folder: Path, hard: str) -> None:
    rendered = Rendered(render(folder, TRICKS, with_words(hard, "x", "y", "z")))
    assert {kind for kind, _ in rendered.shape} <= {"paragraph_open", "paragraph_close"}
    shown = squeezed(plain_text(hard)) or "Untitledarticle"
    assert squeezed(rendered.text).startswith(f"before{shown}{shown}")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(HARD)
def test_html_is_escaped_whatever_the_template_does(folder: Path, hard: str) -> None:
    source = f'<!DOCTYPE html><title>x</title><p title="{{{{ article.title }}}}">{TRICKS}</p>'
    page = render(folder, source, with_words(hard, "x", "y", "z"), form="html")
    assert set(re.findall(r"</?(\w+)", page)) == {"title", "p"}


def test_without_the_extra_its_name_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(ReportError, match="extra templates") as caught:
        render(folder, "x", ordinary())
    assert "tuifact[templates]" in caught.value.hint


@pytest.mark.parametrize("form", ["json", "csv", "claimreview", "pdf"])
def test_other_forms_have_no_templates(folder: Path, form: str) -> None:
    with pytest.raises(ReportError, match=f"cannot write {form}"):
        render(folder, "x", ordinary(), form=form)
