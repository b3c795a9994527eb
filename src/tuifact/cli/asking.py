"""Commands about questions to people: question ask, put, answer, remove, list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from tuifact.cli import options
from tuifact.cli.layout import wrap
from tuifact.cli.opening import desk_of
from tuifact.cli.output import Styled, say, say_record, tell, text_columns
from tuifact.cli.parsing import CONTEXT, as_number, new_group, wrong
from tuifact.model.plain import plain_line

if TYPE_CHECKING:
    from tuifact.desk import Asked
    from tuifact.model import Question

question = new_group(about="Keep track of what people were asked and answered.")
"""`tuifact question …`"""

QuestionArgument = Annotated[
    str, typer.Argument(metavar="ID", help="The question's id, or its first 4 characters or more; list shows it.")
]


@question.command("ask", context_settings=CONTEXT)
def ask(
    ctx: typer.Context,
    chosen: options.ClaimArgument,
    person: Annotated[str, typer.Argument(metavar="PERSON", help="Who is asked.")],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What is asked.")],
    reply: Annotated[
        bool, typer.Option("--reply", help="Right of reply: the person can answer what is said of them.")
    ] = False,
    later: Annotated[bool, typer.Option("--later", help="It is still to be asked.")] = False,
    by: options.ByOption = "",
    json: options.JsonFlag = False,
) -> int:
    """Write down a question about a claim.

    Example: tuifact question ask 9c41 "Noor Hale" "Where is the figure from?" --reply
    """
    with desk_of(ctx) as desk:
        return _say_one(desk.ask(chosen, person, text, reply=reply, asked=not later, by=by), json=json)


@question.command("put", context_settings=CONTEXT)
def put(ctx: typer.Context, chosen: QuestionArgument, by: options.ByOption = "", json: options.JsonFlag = False) -> int:
    """Say that a question that was still to be asked is asked now.

    Example: tuifact question put 71b0
    """
    with desk_of(ctx) as desk:
        return _say_one(desk.put_question(chosen, by=by), json=json)


@question.command("answer", context_settings=CONTEXT)
def answer(
    ctx: typer.Context,
    chosen: QuestionArgument,
    text: Annotated[str | None, typer.Argument(metavar="TEXT", help="What came back.")] = None,
    none: Annotated[bool, typer.Option("--none", help="No answer came.")] = False,
    by: options.ByOption = "",
    json: options.JsonFlag = False,
) -> int:
    """Write down the answer to a question, or that none came.

    Example: tuifact question answer 71b0 "From the budget of 2018."
    """
    if none is bool(text and text.strip()):
        wrong("give the answer, or --none when no answer came")
    with desk_of(ctx) as desk:
        return _say_one(desk.answer(chosen, text or "", by=by), json=json)


@question.command("remove", context_settings=CONTEXT)
def remove(
    ctx: typer.Context, chosen: QuestionArgument, by: options.ByOption = "", json: options.JsonFlag = False
) -> int:
    """Take a question back; nothing of it is erased.

    Example: tuifact question remove 71b0
    """
    with desk_of(ctx) as desk:
        removed = desk.remove_question(chosen, by=by)
    if json:
        return _say_one(removed, json=True)
    say("removed: ", plain_line(removed.text), "  ", Styled(removed.id, "faint"))
    return 0


@question.command("list", context_settings=CONTEXT)
def list_questions(
    ctx: typer.Context,
    article: options.AnyArticle = None,
    person: Annotated[str, typer.Option("--person", metavar="NAME", help="Only those for this person.")] = "",
    open_only: Annotated[bool, typer.Option("--open", help="Only those without an answer.")] = False,
    limit: options.LimitOption = None,
    json: options.JsonFlag = False,
) -> int:
    """List questions person by person.

    Example: tuifact question list --open
    """
    most = as_number(limit, "--limit")
    with desk_of(ctx) as desk:
        asked = _first(desk.questions_by_person(article=article, person=person, open_only=open_only), most)
    if json:
        for one in asked:
            for each in one.questions:
                _say_one(each, json=True)
    else:
        _say_asked(asked)
    if not asked and not json and most != 0:
        tell("there is no such question; tuifact question ask CLAIM PERSON TEXT writes one down")
    return 0


def _first(asked: Sequence[Asked], most: int | None) -> list[Asked]:
    """The same with so many questions in all."""
    kept, room = [], most if most is not None else sum(len(one.questions) for one in asked)
    for one in asked:
        if questions := one.questions[:room]:
            kept.append(replace(one, questions=questions))
            room -= len(questions)
    return kept


def _say_one(asked: Question, *, json: bool) -> int:
    from tuifact.model.record import question_record

    if json:
        say_record(question_record(asked))
    else:
        say(Styled(plain_line(asked.person), "strong"))
        _say_question(asked)
    return 0


def _say_asked(asked: Sequence[Asked]) -> None:
    for number, one in enumerate(asked):
        if number:
            say()
        say(Styled(plain_line(one.person), "strong"), Styled(f"  {one.open} open" if one.open else "", "faint"))
        for each in one.questions:
            _say_question(each)


def _say_question(asked: Question) -> None:
    facts = [_state(asked), "right of reply" if asked.reply else "", f"claim {asked.claim}", asked.id]
    say("  ", Styled(" · ".join(fact for fact in facts if fact), "faint"))
    for line in wrap(plain_line(asked.text), text_columns() - 4):
        say("    ", line.text)
    for number, line in enumerate(wrap(plain_line(asked.answer), text_columns() - 6) if asked.answer else ()):
        say("    → " if number == 0 else "      ", line.text)


def _state(asked: Question) -> str:
    if not asked.is_open:
        return f"answered {asked.answered[:10]}" if asked.answer else f"no answer, closed {asked.answered[:10]}"
    return f"asked {asked.asked[:10]}" if asked.asked else "still to be asked"
