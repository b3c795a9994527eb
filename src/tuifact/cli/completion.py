"""The command that lets shells complete what is typed, and the scripts it prints for them."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import Annotated

import typer

from tuifact.cli.output import say_text
from tuifact.cli.parsing import as_choice
from tuifact.errors import TuifactError
from tuifact.model.plain import plain_line

BASH = r"""# Completion of tuifact for bash. In ~/.bashrc:  eval "$(tuifact completion bash)"
_tuifact() {
    local word about quoted
    COMPREPLY=()
    while IFS=$'\t' read -r word about; do
        # Words out of a library are quoted: nothing in them may be obeyed. Where nothing is left, bash takes files.
        [[ $word == :files ]] || { printf -v quoted %q "$word"; COMPREPLY+=("$quoted"); }
    done < <(command tuifact completion words -- bash "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _tuifact tuifact
"""

ZSH = r"""#compdef tuifact
# Completion of tuifact for zsh. Once:  tuifact completion zsh > "${fpath[1]}/_tuifact"
_tuifact() {
    local line files
    local -a values shown
    for line in "${(@f)$(command tuifact completion words -- zsh "${(@Q)words[2,CURRENT]}" 2>/dev/null)}"; do
        if [[ $line == :files ]]; then
            files=1
        elif [[ -n $line ]]; then
            values+=("${line%%$'\t'*}")
            shown+=("${line/$'\t'/  }")
        fi
    done
    (( $#values )) && compadd -V words -l -d shown -a values
    [[ -n $files ]] && _files
}
if [[ ${funcstack[1]} == _tuifact ]]; then
    _tuifact "$@"
else
    compdef _tuifact tuifact
fi
"""

FISH = r"""# Completion of tuifact for fish. Once:  tuifact completion fish > ~/.config/fish/completions/tuifact.fish
function __tuifact_words
    set -l before (commandline -opc)
    set -l current (commandline -ct)
    for line in (command tuifact completion words -- fish $before[2..] "$current" 2>/dev/null)
        if test "$line" = :files
            __fish_complete_path "$current"
        else
            echo -- $line
        end
    end
end
complete -c tuifact -f -k -a '(__tuifact_words)'
"""

SCRIPTS = {"bash": BASH, "zsh": ZSH, "fish": FISH}

WORDS = "words"
"""What the scripts ask for instead of a shell."""

LONGEST = 70
"""Characters of what is said of a word."""


def completion(
    ctx: typer.Context,
    shell: Annotated[str, typer.Argument(metavar="SHELL", help="bash, zsh or fish.")],
    line: Annotated[list[str] | None, typer.Argument(metavar="WORD", hidden=True)] = None,
) -> int:
    """Print what lets a shell complete commands, options and ids.

    Example: tuifact completion bash
    """
    if shell == WORDS and line:
        asking, *words = line
        # What cannot be completed is not: nobody wants an error in the middle of a line.
        with suppress(TuifactError):
            _say_words(asking, words, ctx.obj)
        return 0
    say_text(SCRIPTS[as_choice(shell, tuple(SCRIPTS), "the shell")], end="")
    return 0


def _say_words(shell: str, words: list[str], library: str | None) -> None:
    """What can be typed next, a line each, with what it is behind a tab."""
    from tuifact.cli.app import build, names_needed
    from tuifact.cli.completing import next_words, take_apart
    from tuifact.config import load_settings
    from tuifact.desk import Desk
    from tuifact.paths import library_folder

    # Bash hands over `--status=veri` as three words.
    before, current = [word for word in words[:-1] if word != "="], words[-1] if words else ""
    root = typer.main.get_group(build(names_needed(before)))
    line = take_apart(before, root)
    with Desk(library_folder(line.library or library), load_settings()) as desk:
        for found in next_words(line, "" if current == "=" else current, desk):
            about = "" if shell == "bash" else plain_line(found.about)[:LONGEST]
            sys.stdout.write(f"{plain_line(found.word)}\t{about}".rstrip() + "\n")
