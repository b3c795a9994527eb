"""Where things are: the library, the settings, and the folders that travel with the program."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

from tuifact.errors import TuifactError

LIBRARY_VARIABLE = "TUIFACT_LIBRARY"
"""Names the library's folder when `--library` does not."""


def library_folder(named: str | os.PathLike[str] | None = None) -> Path:
    """The library's folder: the one named, else `TUIFACT_LIBRARY`, else `library` in the platform's user data folder.

    It need not exist. Relative `XDG_*` values are ignored, as the XDG base directory specification asks.
    """
    chosen = named or os.environ.get(LIBRARY_VARIABLE)
    return Path(chosen).expanduser() if chosen else _user_folder("DATA") / "library"


def config_file() -> Path:
    """The settings file, which need not exist."""
    return _user_folder("CONFIG") / "config.toml"


def state_folder() -> Path:
    """Where the reader remembers where one was and what it showed there; it need not exist."""
    return _user_folder("STATE")


def faults_folder() -> Path:
    """Where reports of faults are written; it need not exist."""
    return _user_folder("STATE") / "faults"


def index_folder() -> Path:
    """Where indexes are kept that can be made anew at any time; it need not exist."""
    return _user_folder("CACHE") / "index"


def bundled(name: str) -> Path:
    """A folder that travels with the program (`styles`, `sample_data`): in the package, else in the checkout.

    `importlib.resources` does not find the checkout's folders in an editable install, so both places are looked at.
    Raises `TuifactError` when the installation lacks it.
    """
    package = Path(__file__).parent
    for folder in (package / name, package.parent.parent / name):
        if folder.is_dir():
            return folder
    raise TuifactError(f"this installation of tuifact lacks its folder {name}", "install it again")


def _user_folder(kind: str) -> Path:
    given = os.environ.get(f"XDG_{kind}_HOME", "")
    if given and not Path(given).is_absolute():
        # platformdirs takes a relative value as it stands; the default is what is left without it.
        return (
            Path.home()
            / {"DATA": ".local/share", "CONFIG": ".config", "STATE": ".local/state", "CACHE": ".cache"}[kind]
            / "tuifact"
        )
    return _FOLDERS[kind]("tuifact", appauthor=False)


_FOLDERS = {
    "DATA": platformdirs.user_data_path,
    "CONFIG": platformdirs.user_config_path,
    "STATE": platformdirs.user_state_path,
    "CACHE": platformdirs.user_cache_path,
}
