"""A report made by a template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from tuifact import __version__
from tuifact.errors import ReportError
from tuifact.model.dossier import Dossier
from tuifact.model.plain import plain_line
from tuifact.reports.claimreview.documents import reviews
from tuifact.reports.claimreview.report import script
from tuifact.reports.content.article import ArticleContent, article_content
from tuifact.reports.interface import ALL, SCHEMA, ReportOptions, TextReport

if TYPE_CHECKING:
    from jinja2 import Template

HINT = "pip install 'tuifact[templates]'"

FORMS = {"markdown": ("text/markdown", ".md"), "html": ("text/html", ".html")}
"""The forms that templates can write: media type and ending."""

_OUR_FAULTS = (TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError)
"""What an expression in a template can raise, besides Jinja2's own."""


class TemplateReport(TextReport):
    """Renders a file with what is known of the articles."""

    def __init__(self, form: str, file: Path) -> None:
        """Raises `ReportError` for a form that has no templates."""
        if form not in FORMS:
            raise ReportError(f"a template cannot write {plain_line(form)}", f"templates are for {' and '.join(FORMS)}")
        self.format = form
        self.media_type, self.suffix = FORMS[form]
        self._file = file

    def render(self, dossiers: Iterable[Dossier], options: ReportOptions = ALL) -> Iterator[str]:
        """The report, some lines at a time.

        Raises `ReportError` when Jinja2 is missing, or naming the template's line when something is wrong with it.
        """
        try:
            from jinja2 import TemplateError
        except ImportError as error:
            raise ReportError("templates need the extra templates", HINT) from error
        template = self._template()
        try:
            yield from template.generate(**variables(dossiers, options, self.format))
        except (TemplateError, *_OUR_FAULTS) as error:
            place = line_of(error.__traceback__, str(self._file.parent))
            if place is None:
                raise
            raise ReportError(f"{place}: {plain_line(str(error))}", "see docs/templates.md") from error

    def _template(self) -> Template:
        from jinja2 import TemplateNotFound, TemplateSyntaxError

        from tuifact.reports.templates.environment import html_environment, markdown_environment

        make = markdown_environment if self.format == "markdown" else html_environment
        try:
            return make(self._file.parent).get_template(self._file.name)
        except TemplateSyntaxError as error:
            name = plain_line(error.filename or str(self._file))
            raise ReportError(f"{name}, line {error.lineno}: {plain_line(error.message or '')}") from error
        except (TemplateNotFound, UnicodeDecodeError, OSError) as error:
            raise ReportError(f"{plain_line(str(self._file))}: the template cannot be read") from error


def variables(dossiers: Iterable[Dossier], options: ReportOptions, form: str) -> dict[str, Any]:
    """What a template can speak of. `articles` is read once, an article at a time."""
    from markupsafe import Markup

    waiting = iter(dossiers)
    leading = list(islice(waiting, 2))
    scripts: dict[str, str] = {}

    def told(dossier: Dossier, number: int) -> ArticleContent:
        if form == "html":
            scripts.clear()
            scripts[dossier.summary.id] = script(reviews(dossier, options, number))
        return article_content(dossier, options, number)

    if len(leading) == 1:
        article = told(leading[0], 0)
        articles: Iterable[ArticleContent] = [article]
    else:
        article = None
        articles = (told(dossier, number) for number, dossier in enumerate(chain(leading, waiting), 1))
    made = {"tool": f"tuifact {__version__}", "schema": SCHEMA, "url": options.url, "publisher": options.publisher}
    made |= {"statuses": [status.value for status in options.statuses], "internal": options.internal}
    context: dict[str, Any] = {"report": made, "articles": articles, "article": article}
    if form == "html":
        context["jsonld"] = lambda content: Markup(scripts.get(content.summary.id, ""))
    return context


def line_of(trace: TracebackType | None, folder: str) -> str | None:
    """The last place in a template that a failure went through; None when it went through none."""
    found = None
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name.startswith(folder) and not name.endswith(".py"):
            found = f"{plain_line(name)}, line {trace.tb_lineno}"
        trace = trace.tb_next
    return found
