"""Make what is shown of the program: the pictures of the reader, the lists of its keys, the manual page.

    python docs/make.py              everything
    python docs/make.py --text       all but the pictures

The pictures are taken of the sample articles, keys and commands are read off their tables, so none can grow stale
without a test noticing.
"""

from __future__ import annotations

import asyncio
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from tuifact.cli.manual import manual_page
from tuifact.config import Settings
from tuifact.desk import open_demo
from tuifact.tui.app import ReaderApp
from tuifact.tui.commands import COMMANDS, shown_keys
from tuifact.tui.screens.help import GROUPS

DOCS = Path(__file__).parent
README = DOCS.parent / "README.md"
MANUAL = DOCS / "tuifact.1"
KEYS = re.compile(r"(<!-- keys: made by docs/make.py -->\n).*?(<!-- /keys -->)", re.DOTALL)
GUIDE = DOCS / "keys-and-themes.md"
ACTS = re.compile(r"(<!-- acts: made by docs/make.py -->\n).*?(<!-- /acts -->)", re.DOTALL)
AS_COMMAND = {
    "open": "show ARTICLE",
    "verify": "mark CLAIM verified",
    "dispute": "mark CLAIM disputed",
    "unverify": "mark CLAIM unverified",
    "next_open": "claims --status unverified --limit 1",
    "evidence": "evidence add CLAIM URL",
    "note": "mark CLAIM --note TEXT",
    "wording": "mark CLAIM --verdict TEXT --confidence LEVEL --correction TEXT",
    "sign_off": "review sign CLAIM",
    "repeat": "mark CLAIM CLAIM STATUS",
    "mark_alike": "mark CLAIM CLAIM STATUS",
    "more_claims": "mark CLAIM CLAIM STATUS",
    "undo": "undo",
    "redo": "redo",
    "add_claim": "claim add ARTICLE --quote TEXT",
    "split_claim": "claim split CLAIM --before TEXT",
    "merge_claim": "claim merge CLAIM CLAIM",
    "drop_claim": "claim drop CLAIM",
    "restore_claim": "claim restore CLAIM",
    "edit_claim": "claim edit CLAIM --quote TEXT --speaker NAME --kind KIND",
    "search": "list --query TEXT",
    "filter": "claims ARTICLE --status STATUS --kind KIND --with FIGURE --speaker NAME",
    "original": "show ARTICLE --raw",
    "earlier": "checks of CLAIM",
    "history": "history CLAIM",
    "revision": "diff ARTICLE",
    "outline": "show ARTICLE --json",
    "links": "show ARTICLE --json",
    "order": "list --sort HOW",
    "find": "search TEXT",
    "pick_filter": "list --tag TAG",
    "tag": "tag ARTICLE TAG",
    "statistics": "stats",
    "queue": "claims --status unverified --sort worth",
    "import": "import SOURCE",
    "report": "export ARTICLE --output FILE",
    "help": "manual",
}
"""What does without the reader what a command of it does, by the command's name; moving and looks need nothing."""

PICTURES: dict[str, tuple[str, tuple[int, int], Sequence[str]]] = {
    "reader.svg": ("tuifact-dark", (120, 34), ("v", "v", "d", "v", "n", "n", "n")),
    "reader-light.svg": ("tuifact-light", (120, 34), ("v", "v", "d", "v", "n", "n", "n")),
}
"""File name to theme, size in cells, and the keys pressed before the picture is taken."""


def key_list() -> str:
    """The commands as a Markdown table a group."""
    lines: list[str] = []
    for group in GROUPS:
        lines += [f"| {group} | |", "|---|---|"]
        lines += [f"| {_code(command.keys)} | {command.help} |" for command in COMMANDS if command.group == group]
        lines.append("")
    return "\n".join(lines)


def act_list() -> str:
    """What the keys do and what does the same without the reader, as a Markdown table."""
    lines = ["| key | what it does | the same without the reader |", "|---|---|---|"]
    for command in COMMANDS:
        if command.name in AS_COMMAND:
            same = f"`tuifact {AS_COMMAND[command.name]}`"
            lines.append(f"| {_code(command.keys)} | {command.help} | {same} |")
    return "\n".join([*lines, ""])


def with_acts(guide: str) -> str:
    """The guide with that table as it is now."""
    return ACTS.sub(lambda found: f"{found[1]}{act_list()}{found[2]}", guide)


def with_keys(readme: str) -> str:
    """The README with the list of keys as it is now."""
    return KEYS.sub(lambda found: f"{found[1]}{key_list()}{found[2]}", readme)


async def take_picture(theme: str, size: tuple[int, int], keys: Sequence[str]) -> str:
    """The reader on the first sample article after these keys, as SVG."""
    with open_demo(Settings(theme=theme, checker="ana")) as (desk, articles):
        app = ReaderApp(desk, articles[0])
        async with app.run_test(size=size) as pilot:
            await pilot.press(*keys)
            await pilot.pause()
            return app.export_screenshot(simplify=True)


def main() -> None:
    """Make everything."""
    README.write_text(with_keys(README.read_text(encoding="utf-8")), encoding="utf-8")
    GUIDE.write_text(with_acts(GUIDE.read_text(encoding="utf-8")), encoding="utf-8")
    MANUAL.write_text(manual_page(), encoding="utf-8")
    if "--text" in sys.argv:
        return
    for name, (theme, size, keys) in PICTURES.items():
        (DOCS / name).write_text(asyncio.run(take_picture(theme, size, keys)), encoding="utf-8")


def _code(keys: str) -> str:
    return " ".join(f"`{key}`" for key in shown_keys(keys).split())


if __name__ == "__main__":
    main()
