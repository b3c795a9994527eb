"""The one family of expected failures: each says what is wrong in a line, and what to do about it."""


class TuifactError(Exception):
    """Something a person can understand and act on; the front ends print it, nothing below them does.

    `message` names the input and the reason in one line; `hint` says what to do next, or is empty.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} ({self.hint})" if self.hint else self.message

    def __reduce__(self) -> tuple[type["TuifactError"], tuple[str, str]]:
        # An exception with two arguments and one in `args` cannot cross a process border by itself.
        return type(self), (self.message, self.hint)


class ConfigError(TuifactError):
    """The settings file cannot be used as it stands."""


class SourceError(TuifactError):
    """What was named cannot be read, or is nothing to read."""


class CleaningError(TuifactError):
    """The bytes received are no text that could be an article."""


class LibraryError(TuifactError):
    """The library cannot be opened, read or written."""


class NotFound(LibraryError):
    """No article or claim has this id, or more than one begins with it.

    `meant` are the ids that may have been meant, where some are near.
    """

    def __init__(self, message: str, hint: str = "", meant: tuple[str, ...] = ()) -> None:
        super().__init__(message, hint)
        self.meant = meant


class Conflict(LibraryError):
    """Somebody else changed the claim since it was read; the change was not written."""


class EvidenceError(TuifactError):
    """A source, a rating or a sign-off cannot be taken as it was given."""


class ReportError(TuifactError):
    """The report cannot be made or written where it was asked for."""


TRACE_VARIABLE = "TUIFACT_TRACE"
"""Set to anything in the environment, a fault inside tuifact shows where it happened."""
