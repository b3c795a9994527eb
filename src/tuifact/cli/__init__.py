"""The command line: standard output is data, standard error is talk, the exit code says how it went.

`run` is the whole door. One file holds one family of commands; none of them imports the reader's toolkit.
"""

from tuifact.cli.app import run

__all__ = ["run"]
