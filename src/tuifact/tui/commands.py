"""The one table of commands: keys, footer, palette, `?` and the README's key list are all read off it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from tuifact.errors import ConfigError

if TYPE_CHECKING:
    from tuifact.config import Settings

Place = Literal["anywhere", "shelf", "article", "queue"]
"""Where a command works: on every screen, or on one of them."""

Group = Literal["Decide", "Claims", "Move", "Look", "Library", "Program"]
"""Under which heading `?` lists it."""


class Command(NamedTuple):
    """One thing a person can do, described once."""

    name: str
    """What the settings call it; the same act has the same name everywhere."""
    keys: str
    """Textual's names of its keys, separated by commas; the first is the one shown."""
    action: str
    """The screen's or app's action, as Textual parses it."""
    hint: str
    """One or two words for the footer; empty keeps it out."""
    help: str
    """What it does, for `?` and the palette."""
    group: Group
    places: tuple[Place, ...]

    def help_on(self, place: Place) -> str:
        """What it does on this screen, in fewer words than where several are spoken of."""
        return _HERE.get(self.name, {}).get(place, self.help)


_NEXT: Mapping[Place, str] = {"shelf": "Next article", "article": "Next claim", "queue": "Next claim"}
_BEFORE: Mapping[Place, str] = {"shelf": "Previous article", "article": "Previous claim", "queue": "Previous claim"}
_SOME = "Show what has these words, while you type"
_CLAIMS_ONLY = "Show only some claims: by status, speaker, kind, figures"
_HERE: Mapping[str, Mapping[Place, str]] = {
    "open": {"shelf": "Read the article", "article": "The claim's card in full", "queue": "Read it where it stands"},
    "next": _NEXT,
    "previous": _BEFORE,
    "line_down": {**_NEXT, "article": "A line down"},
    "line_up": {**_BEFORE, "article": "A line up"},
    "next_open": {"article": "Next unchecked claim; while searching, next match"},
    "previous_open": {"article": "Unchecked claim before; while searching, match before"},
    "search": {"shelf": _SOME, "article": "Search in the text", "queue": _SOME},
    "filter": {"shelf": _SOME, "article": _CLAIMS_ONLY, "queue": _CLAIMS_ONLY},
    "order": {
        "shelf": "Another order: newest, most to check, title, source, date",
        "queue": "Another order: worth, speaker, kind, reading",
    },
    "close": {
        "shelf": "Show all articles again",
        "article": "Close what is open, end the search, show all claims",
        "queue": "Show the whole queue again",
    },
    "back": {"shelf": "Quit", "article": "Back to where you came from", "queue": "Back to where you came from"},
}
"""What some commands do on one screen, by their names."""

_READ: tuple[Place, ...] = ("article",)
_CLAIMS: tuple[Place, ...] = ("article", "queue")
_MAIN: tuple[Place, ...] = ("shelf", "article", "queue")
_ALL: tuple[Place, ...] = ("anywhere",)

COMMANDS = (
    Command("open", "enter", "open", "read", "Read the article, or show the claim's card in full", "Move", _MAIN),
    Command("verify", "v", "mark('verified')", "verified", "Verified, and on to the next", "Decide", _CLAIMS),
    Command("dispute", "d", "mark('disputed')", "disputed", "Disputed, and on to the next", "Decide", _CLAIMS),
    Command("unverify", "u", "mark('unverified')", "unverified", "Unverified, and on to the next", "Decide", _CLAIMS),
    Command("next_open", "n", "seek(1)", "next", "Next unchecked claim, or next match of a search", "Move", _READ),
    Command("verify_here", "V", "mark('verified', True)", "", "Verified, and stay", "Decide", _READ),
    Command("dispute_here", "D", "mark('disputed', True)", "", "Disputed, and stay", "Decide", _READ),
    Command("unverify_here", "U", "mark('unverified', True)", "", "Unverified, and stay", "Decide", _READ),
    Command("evidence", "e", "evidence", "evidence", "The sources for and against the claim", "Decide", _READ),
    Command("note", "c", "note", "note", "Write the note that stands beside the verdict", "Decide", _READ),
    Command("wording", "C", "wording", "", "The verdict in words: a sentence, how sure, a correction", "Decide", _READ),
    Command("sign_off", "A", "sign_off", "", "Sign off as second reader, or take that back", "Decide", _READ),
    Command("repeat", "full_stop", "repeat", "", "Decide this claim as the last one", "Decide", _READ),
    Command("mark_alike", "M", "mark_alike", "", "Mark unchecked claims in the same words like this", "Decide", _READ),
    Command("undo", "z", "undo", "undo", "Take back the last decision, wherever it was made", "Decide", _MAIN),
    Command("redo", "Z", "redo", "", "Do again what was taken back", "Decide", _MAIN),
    Command("add_claim", "a", "add_claim", "", "Make a claim of the selected words", "Claims", _READ),
    Command("split_claim", "s", "split_claim", "", "Split the claim where the selection begins", "Claims", _READ),
    Command("merge_claim", "m", "merge_claim", "", "Merge the claim with the next one", "Claims", _READ),
    Command("drop_claim", "x", "drop_claim", "", "Drop what is no claim", "Claims", _READ),
    Command("restore_claim", "X", "restore_claim", "", "Take a dropped claim back in", "Claims", _READ),
    Command("edit_claim", "E", "edit_claim", "", "Edit the claim: its words, speaker, kind", "Claims", _READ),
    Command("more_claims", "plus", "select_claims(1)", "", "Select this claim, then one more", "Claims", _READ),
    Command("less_claims", "minus", "select_claims(-1)", "", "One claim less", "Claims", _READ),
    Command("select_next", "shift+down", "select_sentence(1)", "", "Select the next sentence", "Claims", _READ),
    Command("select_before", "shift+up", "select_sentence(-1)", "", "Select the sentence before", "Claims", _READ),
    Command("select_more", "shift+right", "select_end(1)", "", "A word more at the end", "Claims", _READ),
    Command("select_less", "shift+left", "select_end(-1)", "", "A word less at the end", "Claims", _READ),
    Command("start_earlier", "ctrl+left", "select_start(-1)", "", "A word more at the start", "Claims", _READ),
    Command("start_later", "ctrl+right", "select_start(1)", "", "A word less at the start", "Claims", _READ),
    Command("next", "j", "move(1)", "", "Next claim, or next article on the shelf", "Move", _MAIN),
    Command("previous", "k", "move(-1)", "", "Previous claim, or previous article on the shelf", "Move", _MAIN),
    Command("previous_open", "N", "seek(-1)", "", "Unchecked claim before, or match before", "Move", _READ),
    Command("line_down", "down", "scroll_line(1)", "", "A line down, or the next article on the shelf", "Move", _MAIN),
    Command("line_up", "up", "scroll_line(-1)", "", "A line up, or the previous article on the shelf", "Move", _MAIN),
    Command("page_down", "space,pagedown", "scroll_page(1)", "", "A page down", "Move", _MAIN),
    Command("page_up", "pageup", "scroll_page(-1)", "", "A page up", "Move", _MAIN),
    Command("half_page_down", "ctrl+d", "scroll_page(0.5)", "", "Half a page down", "Move", _MAIN),
    Command("half_page_up", "ctrl+u", "scroll_page(-0.5)", "", "Half a page up", "Move", _MAIN),
    Command("first", "g,home", "jump(0)", "", "To the beginning", "Move", _MAIN),
    Command("last", "G,end", "jump(-1)", "", "To the end", "Move", _MAIN),
    Command("next_article", "J", "turn(1)", "", "Next article", "Move", _READ),
    Command("previous_article", "K", "turn(-1)", "", "Previous article", "Move", _READ),
    Command("go_to", "colon", "go_to", "", "Go to a claim by its number", "Move", _READ),
    Command("next_pane", "tab", "next_pane", "", "To the claim's card, and back", "Move", _READ),
    Command("search", "slash", "search", "search", "Search in the text, or filter a list", "Look", _MAIN),
    Command("filter", "f", "filter", "", "Show only some claims; on the shelf, what has these words", "Look", _MAIN),
    Command("original", "o", "original", "original", "The text as it was received, behind this claim", "Look", _READ),
    Command("earlier", "p", "earlier", "", "Earlier checks of this claim: take one over, dismiss it", "Look", _READ),
    Command("history", "H", "history", "", "What happened to this claim: who, when", "Look", _READ),
    Command("revision", "R", "revision", "", "What changed in the text since it was checked", "Look", _READ),
    Command("outline", "O", "outline", "", "The headings of the text", "Look", _READ),
    Command("links", "L", "links", "", "The links of the text: open one, or copy it", "Look", _READ),
    Command("width", "w", "width", "", "Make the text wider or narrower", "Look", _READ),
    Command("order", "s", "order", "order", "Another order of the list", "Look", ("shelf", "queue")),
    Command("find", "F", "find", "", "Search the texts of all articles", "Look", ("shelf",)),
    Command("pick_filter", "T", "pick_filter", "", "Show one tag, or a filter from the settings", "Look", ("shelf",)),
    Command("tag", "t", "tag", "", "Write the article's tags", "Library", ("shelf", "article")),
    Command("statistics", "S", "statistics", "", "The library in figures", "Library", _MAIN),
    Command("queue", "Q", "queue", "queue", "The queue of unchecked claims", "Library", ("shelf", "article")),
    Command("import", "i", "import", "import", "Import a file, a folder, a link or a feed", "Library", _MAIN),
    Command("report", "r", "report", "report", "Export the fact-check report", "Library", _MAIN),
    Command("help", "question_mark", "help", "keys", "All keys", "Program", _ALL),
    Command("palette", "ctrl+p", "command_palette", "", "Every command by name", "Program", _ALL),
    Command("theme", "ctrl+t", "change_theme", "", "Choose the colours", "Program", _ALL),
    Command("close", "escape", "close", "", "Close what is open, end the search", "Program", _MAIN),
    Command("back", "q", "back", "quit", "Back to where one came from; from the shelf, quit", "Program", _MAIN),
)  # fmt: skip
"""Every command. Order is that of the footer and of `?`."""

KEY_SETS: Mapping[str, Mapping[str, str]] = {
    "standard": {},
    "vim": {
        "open": "enter,l",
        "back": "q,h",
        "redo": "Z,ctrl+r",
        "page_down": "space,pagedown,ctrl+f",
        "page_up": "pageup,ctrl+b",
        "line_down": "down,ctrl+e",
        "line_up": "up,ctrl+y",
        "next_article": "J,right_square_bracket",
        "previous_article": "K,left_square_bracket",
    },
    "arrows": {
        "next": "down,j",
        "previous": "up,k",
        "next_open": "right,n",
        "previous_open": "left,N",
        "line_down": "ctrl+down",
        "line_up": "ctrl+up",
        "next_article": "J,ctrl+pagedown",
        "previous_article": "K,ctrl+pageup",
    },
}
"""What a set of keys changes: `vim` adds that editor's, `arrows` goes from claim to claim with the arrow keys."""

KEY_WORDS = {
    "colon": ":",
    "plus": "+",
    "minus": "-",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "ctrl+down": "Ctrl+↓",
    "ctrl+up": "Ctrl+↑",
    "slash": "/",
    "question_mark": "?",
    "full_stop": ".",
    "space": "Space",
    "pagedown": "PageDown",
    "pageup": "PageUp",
    "enter": "Enter",
    "escape": "Escape",
    "tab": "Tab",
    "home": "Home",
    "end": "End",
    "up": "↑",
    "down": "↓",
    "shift+down": "Shift+↓",
    "shift+up": "Shift+↑",
    "shift+right": "Shift+→",
    "shift+left": "Shift+←",
    "ctrl+left": "Ctrl+←",
    "ctrl+right": "Ctrl+→",
}
"""Keys as people call them, where Textual calls them otherwise."""


def commands_of(place: Place) -> tuple[Command, ...]:
    """The commands that work on this screen, those that work everywhere last."""
    here = tuple(command for command in COMMANDS if place in command.places)
    return here if place == "anywhere" else here + commands_of("anywhere")


def shown_keys(keys: str) -> str:
    """The keys of a command as people call them, separated by spaces."""
    return " ".join(_shown_key(key.strip()) for key in keys.split(","))


def changed_keys(settings: Settings) -> dict[str, str]:
    """What a person's settings change: the keys of the chosen set, and over them those set one by one."""
    return {**KEY_SETS[settings.key_set], **settings.keys}


def remap(changed: Mapping[str, str], commands: Iterable[Command] = COMMANDS) -> dict[str, str]:
    """The keys of every command after a person's changes, by name.

    Raises `ConfigError` when a change names no command, or when two commands of one screen would share a key: a key
    that silently does something else is worse than none.
    """
    known = {command.name: command for command in commands}
    for name in changed:
        if name not in known:
            raise ConfigError(f"the settings change the keys of {name}, which is no command", "? lists the commands")
    keys = {name: changed.get(name, command.keys) for name, command in known.items()}
    for place in ("shelf", "article", "queue"):
        taken: dict[str, str] = {}
        for command in commands:
            if place not in command.places and "anywhere" not in command.places:
                continue
            for key in map(_canonical, keys[command.name].split(",")):
                if taken.setdefault(key, command.name) != command.name:
                    raise ConfigError(
                        f"the settings give the key {KEY_WORDS.get(key, key)} to both {taken[key]} and {command.name}",
                        "give one of them another key",
                    )
    return keys


def _shown_key(key: str) -> str:
    return KEY_WORDS.get(key) or re.sub(r"(ctrl|shift|alt)\+", lambda held: held[0].capitalize(), key)


def _canonical(key: str) -> str:
    stripped = key.strip()
    return next((name for name, word in KEY_WORDS.items() if word == stripped), stripped)
