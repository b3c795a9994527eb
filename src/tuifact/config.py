"""Settings: a TOML file a person may write, every value typed, bounded and documented where it stands."""

from __future__ import annotations

import getpass
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from tuifact.errors import ConfigError
from tuifact.model.plain import plain_line
from tuifact.model.review import RULES, Severity
from tuifact.model.verdict import RATINGS, Rating, Status
from tuifact.paths import config_file


def _setting(default: Any, about: str) -> Any:  # noqa: ANN401 - a dataclass field has the type it is annotated with
    """A field of `Settings` with what `tuifact config init` says about it."""
    metadata = {"about": about}
    return (
        field(default_factory=dict, metadata=metadata) if default == {} else field(default=default, metadata=metadata)
    )


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set, with what holds when nothing is."""

    checker: str = _setting(
        "", "Your name in the history, unless --by says another; empty takes git's user.name, else your login name."
    )
    theme: str = _setting("tuifact-dark", "One of the reader's themes; Ctrl+T lists them.")
    width: int = _setting(72, "The widest line of an article, in columns, 40 to 120.")
    max_megabytes: int = _setting(64, "The largest document taken in, in MiB, 1 to 4096.")
    fetch_seconds: int = _setting(30, "How long a fetch from the web may take in all, in seconds, 1 to 3600.")
    archive_find: str = _setting("", "Where a web archive is asked for a copy; empty asks the Wayback Machine.")
    archive_save: str = _setting("", "Where a web archive is asked to keep one; empty asks the Wayback Machine.")
    rules_only: bool = _setting(False, "Judge check-worthiness by the rules alone, without the trained weights.")
    encoder: str = _setting(
        "", "The folder of a sentence encoder (model.onnx, tokenizer.json), to find earlier checks told in other words."
    )
    publisher: str = _setting("", "Who publishes your checks; ClaimReview names it.")
    publisher_url: str = _setting("", "The publisher's own page.")
    report_url: str = _setting(
        "", "Where your reports are read; an address that ends in / has a page for each article behind it."
    )
    markdown_template: str = _setting(
        "", "A template for Markdown reports: a file, or one in the folder templates beside this one."
    )
    html_template: str = _setting("", "The same for HTML reports.")
    key_set: str = _setting("standard", "Keys to begin with: standard, vim or arrows.")
    filters: Mapping[str, str] = _setting({}, "Filters of the shelf by name: the words an article must have.")
    keys: Mapping[str, str] = _setting({}, "Reader keys by the name of the command; several are separated by commas.")
    lint: Mapping[str, str] = _setting({}, "Rules of the sourcing lint by name: error, warning or off.")
    ratings: tuple[Rating, ...] = _setting(
        RATINGS, "Your scale of verdicts: the words, the status each counts as, its place (higher is truer)."
    )

    @property
    def most_bytes(self) -> int:
        """The largest document taken in, in bytes."""
        return self.max_megabytes << 20

    @property
    def checker_name(self) -> str:
        """Who is at the keyboard where no library is asked: the setting, else the login name, else `checker`."""
        return self.checker or login_name() or "checker"


KEY_SETS = ("standard", "vim", "arrows")
"""Names of the sets of keys; the reader has what they are."""

_BOUNDS = {"width": range(40, 121), "max_megabytes": range(1, 4097), "fetch_seconds": range(1, 3601)}
_TABLES = ("filters", "keys", "lint")
_RATING = {"label": str, "status": str, "value": int, "glyph": str, "colour": str}
_COLOUR = re.compile(r"[a-z][a-z0-9-]{0,40}")
_LONGEST_LABEL = 60


def login_name() -> str:
    """The name of the account; empty where the system has none (a container with a bare user id)."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""


def load_settings(path: Path | None = None) -> Settings:
    """Read the settings file, or the defaults when there is none.

    Raises `ConfigError` naming the file and the setting when it cannot be used: a typo must not silently change how a
    person works.
    """
    path = path or config_file()
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"cannot read the settings {os.fspath(path)}: {_reason(error)}") from error
    import tomllib  # Most people have no settings, and every start would wait for it.

    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path} is not valid TOML: {error}") from error
    return _typed(given, path)


def describe_settings() -> list[tuple[str, Any, str]]:
    """Each setting's name, its default and what it is, in the order of the file; tables are last, as TOML wants it."""
    return [(entry.name, getattr(Settings(), entry.name), entry.metadata["about"]) for entry in fields(Settings)]


def _typed(given: dict[str, Any], path: Path) -> Settings:
    known = {entry.name: entry for entry in fields(Settings)}
    default = Settings()
    for name, value in given.items():
        if name not in known:
            raise ConfigError(f"{path}: there is no setting {name}", f"settings are {', '.join(known)}")
        if name == "ratings":
            continue
        wanted: type = dict if name in _TABLES else type(getattr(default, name))
        if type(value) is not wanted:
            raise ConfigError(f"{path}: {name} must be {_WORDS[wanted]}")
        if name in _BOUNDS and value not in _BOUNDS[name]:
            raise ConfigError(f"{path}: {name} must be from {_BOUNDS[name][0]} to {_BOUNDS[name][-1]}")
        if name == "key_set" and value not in KEY_SETS:
            raise ConfigError(f"{path}: there is no key_set {value}", f"choose from {', '.join(KEY_SETS)}")
    for table in _TABLES:
        for name, value in given.get(table, {}).items():
            if not isinstance(value, str):
                raise ConfigError(f"{path}: {name} in [{table}] must be a text")
    _refuse_unknown_rules(given.get("lint", {}), path)
    if "ratings" in given:
        return Settings(**given | {"ratings": _ratings(given["ratings"], path)})
    return Settings(**given)


def _refuse_unknown_rules(given: Mapping[str, str], path: Path) -> None:
    for name, severity in given.items():
        if name not in RULES:
            raise ConfigError(f"{path}: there is no rule {name} for [lint]", f"rules are {', '.join(RULES)}")
        if severity not in set(Severity):
            raise ConfigError(f"{path}: {name} in [lint] must be one of {', '.join(Severity)}")


def _ratings(given: object, path: Path) -> tuple[Rating, ...]:
    if not isinstance(given, list) or not given or not all(isinstance(table, dict) for table in given):
        raise ConfigError(f"{path}: ratings must be tables", "write each as [[ratings]] with a label and a status")
    ratings = tuple(_rating(table, f"{path}: [[ratings]] number {number}") for number, table in enumerate(given, 1))
    seen: set[str] = set()
    for rating in ratings:
        if rating.label.casefold() in seen:
            raise ConfigError(f"{path}: [[ratings]] has {rating.label} twice", "each label is one rating")
        seen.add(rating.label.casefold())
    return ratings


def _rating(table: dict[str, Any], place: str) -> Rating:
    for name, value in table.items():
        if name not in _RATING:
            raise ConfigError(f"{place} has no {name}", f"it has {', '.join(_RATING)}")
        if type(value) is not _RATING[name]:
            raise ConfigError(f"{place}: {name} must be {_WORDS[_RATING[name]]}")
    label, status = plain_line(table.get("label", "")).strip(), table.get("status", "")
    if not label or len(label) > _LONGEST_LABEL:
        raise ConfigError(f"{place} needs a label of 1 to {_LONGEST_LABEL} characters")
    if status not in set(Status):
        raise ConfigError(f"{place} ({label}) needs a status", f"it counts as one of {', '.join(Status)}")
    glyph, colour = table.get("glyph", ""), table.get("colour", "")
    if glyph and not _is_one_cell(glyph):
        raise ConfigError(f"{place} ({label}): the glyph must be one character that is one cell wide")
    if colour and not _COLOUR.fullmatch(colour):
        raise ConfigError(f"{place} ({label}): the colour must be a variable of the theme", "warning is one")
    return Rating(label, Status(status), table.get("value"), glyph, colour)


def _is_one_cell(glyph: str) -> bool:
    """Whether it is one character of one column (UAX 11): no wide, combining, invisible or blank one."""
    import unicodedata

    return (
        len(glyph) == 1
        and unicodedata.east_asian_width(glyph) not in ("W", "F")
        and unicodedata.category(glyph)[0] not in "MCZ"
    )


_WORDS = {str: "a text", int: "a whole number", bool: "true or false", dict: "a table"}


def _reason(error: OSError | UnicodeDecodeError) -> str:
    return error.strerror or "it cannot be read" if isinstance(error, OSError) else "it is not UTF-8"
