"""What the program writes down about itself: a log and, should it crash, where it stood.

Owns the files ``tpns-desktop.log`` (rotating) and ``crash.log`` (written by ``faulthandler`` alone)
in the log folder, for their owner's eyes, and what may stand in them: the moments of a push by row
id, state and reason; errors by their type and frames. Never a local variable, the text of an
exception, a body, an account, a title or a key. The names of secrets are not needed for that: every
living one is taken out of each line, as are the query and the user of an address.

An error that nobody caught becomes one record of the logger `UNEXPECTED`, with a short code made
from its type and place, which a person can read out to somebody who helps; whoever opens the log is
told the code and can say so in the window. Source: sending.md 4.
"""

from __future__ import annotations

import contextlib
import logging
import os
import re
import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, TextIO

from tpns_desktop import __version__
from tpns_desktop.model.secret import HIDDEN, without_secrets

if TYPE_CHECKING:
    from logging.handlers import RotatingFileHandler

UNEXPECTED: Final = "tpns_desktop.unexpected"
"""Logger of errors that nobody caught; log with ``exc_info``."""

FILE_NAME: Final = "tpns-desktop.log"
CRASH_FILE_NAME: Final = "crash.log"
SIZE_MAX_BYTES: Final = 1024 * 1024
KEPT_FILES: Final = 3
"""Older log files that are kept beside the newest."""

_TALKATIVE: Final = ("httpx", "httpcore", "asyncio", "keyring", "uvicorn")
"""Below WARNING they print addresses, headers or texts of others (sending.md 4)."""

_FRAMES_MAX: Final = 40
_LINE_MAX: Final = 2000

_PACKAGE: Final = Path(__file__).resolve().parent.parent


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    """What is taken out of every line, and what stands in its place. Made at the first line."""
    return (
        # user:password@ of an address. Up to the last @: a password may hold any sign.
        (re.compile(r"([A-Za-z][A-Za-z0-9+.-]*://)\S*@"), rf"\1{HIDDEN}@"),
        # The query of an address, where the instant messaging service wants its signature.
        (re.compile(r"\?[^\s\"'<>]*=[^\s\"'<>]*"), f"?{HIDDEN}"),
        (
            re.compile(
                r"\b(authorization|proxy-authorization|sign|cookie|set-cookie|usersig|secret_?key|"
                r"password)\b([\"']?\s*[:=,]\s*)(basic |bearer )?\S+",
                re.IGNORECASE,
            ),
            rf"\1\2{HIDDEN}",
        ),
        # What is left of a log-in whose password was taken out above.
        (re.compile(r"\b(Basic|Bearer) \S{8,}"), rf"\1 {HIDDEN}"),
        # A UserSig of the Chat service by itself: its letters are not those of Base64.
        (re.compile(r"\beJ[w-z][0-9A-Za-z*_%-]{40,}"), HIDDEN),
        # A signature by itself: Base64 of 64 characters.
        (re.compile(r"[A-Za-z0-9+/_-]{80,}={0,2}"), HIDDEN),
        # One of the cloud's (TC3): 64 hexadecimal digits, and who made it before them.
        (re.compile(r"\bTC3-HMAC-SHA256\s.*"), f"TC3-HMAC-SHA256 {HIDDEN}"),
        (re.compile(r"\b[0-9A-Fa-f]{64}\b"), HIDDEN),
    )


def redacted(text: str) -> str:
    """``text`` without living secrets, users and queries of addresses, and signatures."""
    text = without_secrets(text)
    for pattern, instead in _rules():
        text = pattern.sub(instead, text)
    return text


def no_core_dumps() -> None:
    """Keep the system from writing this process's memory, keys included, to a file.

    For children as well. Windows writes none unless it was told to.
    """
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def frames_of(error: BaseException) -> list[str]:
    """Where ``error`` was raised, the outermost call first: ``file:line function``. No locals."""
    import traceback

    return [
        f"{_short(frame.f_code.co_filename)}:{line} {frame.f_code.co_name}"
        for frame, line in traceback.walk_tb(error.__traceback__)
    ][-_FRAMES_MAX:]


def code_of(error: BaseException) -> str:
    """A short code for ``error``, made of its type and its place: six characters, ``4F2A91``.

    The same fault has the same code every time, whatever a person had typed.
    """
    import hashlib

    place = "\n".join([type(error).__qualname__, *frames_of(error)])
    return hashlib.sha256(place.encode("utf-8", "replace")).hexdigest()[:6].upper()


def failed_loop(_loop: object, context: dict[str, object]) -> None:
    """Handler for the errors of an asyncio loop that nobody awaited.

    The loop's own one prints them, task and arguments included.
    """
    error = context.get("exception")
    if isinstance(error, Exception):
        logging.getLogger(UNEXPECTED).error("the background loop", exc_info=error)


class ProgramLog:
    """The log of one run.

    `watch` at the very start, `open` when there is time for it, `close` at the end.
    """

    def __init__(self, folder: Path, told: Callable[[str], None] | None = None) -> None:
        """Write into ``folder``, made when missing.

        ``told(code)`` is called on the failing thread for each error that nobody caught.
        """
        self.folder = folder
        self.told = told
        self._handler: RotatingFileHandler | None = None
        self._telling = _Telling(self)
        self._crashes: TextIO | None = None
        self._earlier: Callable[[], None] = lambda: None

    @property
    def file(self) -> Path:
        """The newest log file."""
        return self.folder / FILE_NAME

    def watch(self) -> None:
        """Catch what nobody catches: on this thread, other threads, in slots, in the interpreter.

        Cheap enough for the very start: the log file itself is opened when first needed.
        """
        earlier = (sys.excepthook, threading.excepthook, sys.unraisablehook)

        def undo() -> None:
            sys.excepthook, threading.excepthook, sys.unraisablehook = earlier

        self._earlier = undo
        sys.excepthook = self._on_error
        threading.excepthook = self._on_thread_error
        sys.unraisablehook = self._on_unraisable
        # Errors inside logging itself would go to stderr, arguments included.
        logging.raiseExceptions = False
        logging.captureWarnings(True)
        logging.getLogger(UNEXPECTED).addHandler(self._telling)
        self._watch_crashes()

    def begin(self) -> None:
        """Open it, and write down what is running."""
        if self.open():
            import platform

            here = f"Python {platform.python_version()}, {platform.system()} {platform.release()}"
            logging.getLogger(__name__).info("TPNS Desktop %s opened, %s", __version__, here)

    def open(self) -> bool:
        """Begin the log file. False when the folder cannot be written; then nothing is logged."""
        if self._handler is not None:
            return True
        root = logging.getLogger()
        for name in _TALKATIVE:
            if logging.getLogger(name).level < logging.WARNING:
                logging.getLogger(name).setLevel(logging.WARNING)
        logging.getLogger("tpns_desktop").setLevel(logging.INFO)
        handler = _private_handler(self.file)
        if handler is None:
            # Else Python's last resort would write records to stderr, as they are.
            root.addHandler(logging.NullHandler())
            return False
        handler.setFormatter(Lines())
        root.addHandler(handler)
        self._handler = handler
        return True

    def close(self) -> None:
        """End it and give the hooks back. More than once is fine."""
        self._earlier()
        self._earlier = lambda: None
        logging.captureWarnings(False)
        logging.getLogger(UNEXPECTED).removeHandler(self._telling)
        handler, self._handler = self._handler, None
        if handler is not None:
            logging.getLogger().removeHandler(handler)
            handler.close()
        if self._crashes is not None:
            import faulthandler

            faulthandler.disable()
            self._crashes.close()
            self._crashes = None

    def _watch_crashes(self) -> None:
        import faulthandler

        path = self.folder / CRASH_FILE_NAME
        with contextlib.suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            # Only frames are ever in there, yet it need not grow for ever.
            if path.exists() and path.stat().st_size > SIZE_MAX_BYTES:
                path.unlink()
            handle = os.open(path, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
            self._crashes = os.fdopen(handle, "a", encoding="utf-8")
            faulthandler.enable(self._crashes)

    def _on_error(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if not isinstance(error, Exception):
            sys.__excepthook__(kind, error, trace)  # Ctrl+C in a terminal
            return
        self._log("the window", error)

    def _on_thread_error(self, told: threading.ExceptHookArgs) -> None:
        if isinstance(told.exc_value, Exception):
            self._log("a thread", told.exc_value)

    def _on_unraisable(self, told: sys.UnraisableHookArgs) -> None:
        if isinstance(told.exc_value, Exception):
            self._log("the interpreter", told.exc_value)

    def _log(self, where: str, error: Exception) -> None:
        self.open()
        logging.getLogger(UNEXPECTED).error("%s", where, exc_info=error)


class Lines(logging.Formatter):
    """One record, one line, and the frames of its error below; see the module for what is not.

    ``2026-11-22T06:10:00Z ERROR tpns_desktop.send.outbox a push ended in KeyError``
    """

    def format(self, record: logging.LogRecord) -> str:
        """Give the text of ``record``, redacted. Never raises."""
        try:
            said = record.getMessage()
        except Exception:
            # A record whose arguments do not fit its text: they stay out.
            said = str(record.msg)
        at = datetime.fromtimestamp(record.created, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        lines = [f"{at} {record.levelname} {record.name} {_one_line(said)}"]
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            lines += [f"    {line}" for line in _error_lines(error)]
        return redacted("\n".join(lines))


def _error_lines(error: BaseException) -> list[str]:
    lines = [f"[{code_of(error)}] {_kind(error)}"]
    seen = [error]
    beneath = error.__cause__ or error.__context__
    while beneath is not None and beneath not in seen and len(seen) < 5:
        lines.append(f"after {_kind(beneath)}")
        seen.append(beneath)
        beneath = beneath.__cause__ or beneath.__context__
    return lines + frames_of(error)


def _kind(error: BaseException) -> str:
    """The type, and the short word by which our own errors name what happened."""
    name = type(error).__qualname__
    for attribute in ("code", "reason"):
        word = getattr(error, attribute, None)
        if isinstance(word, str) and re.fullmatch(r"[a-z0-9_]{1,40}", word):
            return f"{name} {word}"
    return name


def _one_line(text: str) -> str:
    # A line of ours is begun by us alone: a text with line ends could pretend to be another one.
    return "".join(c if c.isprintable() else " " for c in text[:_LINE_MAX])


def _short(file: str) -> str:
    """A source file's name without the folders of this machine, which may name a person."""
    path = Path(file)
    with contextlib.suppress(ValueError):
        return path.relative_to(_PACKAGE.parent).as_posix()
    return "/".join(path.parts[-2:])


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _private_handler(file: Path) -> RotatingFileHandler | None:
    """A rotating file for its owner alone, None where that cannot be."""
    from io import TextIOWrapper
    from logging.handlers import RotatingFileHandler

    class Private(RotatingFileHandler):
        def _open(self) -> TextIOWrapper:
            return open(self.baseFilename, "a", encoding="utf-8", opener=_private)

    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = Private(file, maxBytes=SIZE_MAX_BYTES, backupCount=KEPT_FILES, encoding="utf-8")
    except (OSError, ValueError):
        return None
    return handler


class _Telling(logging.Handler):
    """Tells the window, and a terminal, that something failed: the code and no more."""

    def __init__(self, log: ProgramLog) -> None:
        super().__init__(logging.ERROR)
        self._log = log

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        if error is None:
            return
        code = code_of(error)
        if sys.stderr is not None:
            with contextlib.suppress(OSError, ValueError):
                sys.stderr.write(f"TPNS Desktop: error {code}, see {FILE_NAME}\n")
        if self._log.told is not None:
            self._log.told(code)
