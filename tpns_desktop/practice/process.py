"""The parent's side of practice: starts the service as a child process and ends it again.

Standard library only, and nothing of the service is imported here. The child reads its standard
input to the end, so it goes when the parent does, however that goes. What its first line says is
turned by the caller's ``read`` into whatever keeps the keys safe, and kept in no other form.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, Any, Final, Generic, Self, TypeVar

_START_S: Final = 20.0
_STOP_S: Final = 3.0
_LINE_BYTES_MAX: Final = 256 * 1024
_NICE: Final = 10

T = TypeVar("T")
"""What ``read`` makes of the first line."""


class PracticeFailed(Exception):
    """The practice service did not start.

    ``reason``: ``"not_started"`` (no process), ``"no_answer"`` (time is up), ``"ended"`` (it ended
    by itself), ``"bad_line"`` (it said something else than expected), ``"not_saved"``.
    """

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


class PracticeProcess(Generic[T]):
    """A running practice service. Made by :meth:`start`; also a context manager."""

    def __init__(self, child: subprocess.Popen[bytes], info: T) -> None:
        self._child = child
        self.info = info
        """What ``read`` made of the service's first line."""

    @classmethod
    def start(
        cls,
        read: Callable[[Mapping[str, Any]], T],
        *,
        port: int = 0,
        seed: int | None = None,
        devices: int | None = None,
        pace: float | None = None,
        limits: bool = True,
        world: Path | None = None,
        log: IO[bytes] | None = None,
        timeout_s: float = _START_S,
    ) -> PracticeProcess[T]:
        """Start the service and wait for its first line, at most ``timeout_s`` seconds.

        ``read`` gets the line as parsed, shaped as ``command.start_line`` says, and raises
        ``ValueError`` for what it cannot use. ``log`` takes what the service logs (a real file);
        without it that is dropped. Blocks, so it belongs on a worker thread. Raises
        ``PracticeFailed``; then no process is left.
        """
        arguments = ["--json", "--until-stdin-closes", "--port", str(port)]
        for name, value in (("--seed", seed), ("--devices", devices), ("--pace", pace)):
            if value is not None:
                arguments += [name, str(value)]
        if world is not None:
            arguments += ["--world", str(world)]
        if not limits:
            arguments.append("--no-limits")
        try:
            child = subprocess.Popen(
                [*_command(), *arguments],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL if log is None else log,
                env=_environment(),
                creationflags=_flags(),
            )
        except OSError:
            raise PracticeFailed("not_started") from None
        try:
            info = _parsed(_line(child, timeout_s), read)
            _step_back(child.pid)
            return cls(child, info)
        except BaseException:
            _end(child, 0.0)
            raise

    @property
    def running(self) -> bool:
        """Whether the child is still there."""
        return self._child.poll() is None

    def set_pace(self, pace: float) -> None:
        """Let time run at ``pace`` simulated seconds in a second from now on.

        What has passed stays as it was. Nothing happens when the service has ended.
        """
        self._say({"pace": pace})

    def act(self, name: str) -> None:
        """Let the service act out a bad day from now on (``""``: a normal one); see `acts.play`.

        Nothing happens when the service has ended.
        """
        self._say({"act": name})

    def act_chat(self, act: str) -> None:
        """Let the Chat service act out a bad day with every push from now on.

        ``act``: a published code as text (``"90045"``), ``"slow"``, ``"cut"``, or ``""`` for none;
        see `ChatApp.play`. Nothing happens when the service has ended.
        """
        self._say({"chat_act": act})

    def save(self, path: Path, name: str, timeout_s: float = _START_S) -> int:
        """Have the world written to ``path`` under a name; gives how many pushes it holds.

        Blocks. Raises ``PracticeFailed``: ``"not_saved"`` (the file could not be written), or as
        `start`.
        """
        self._say({"save": str(path), "name": name})
        saved = _parsed(_line(self._child, timeout_s), lambda said: said["saved"])
        if not isinstance(saved, int):
            raise PracticeFailed("not_saved")
        return saved

    def _say(self, told: Mapping[str, object]) -> None:
        if self._child.stdin is not None:
            with contextlib.suppress(OSError, ValueError):
                self._child.stdin.write(json.dumps(told).encode() + b"\n")
                self._child.stdin.flush()

    def stop(self, timeout_s: float = _STOP_S) -> None:
        """End the service: kindly, then by force after ``timeout_s``. Safe to repeat."""
        _end(self._child, timeout_s)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.stop()


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, "practice"]
    # The module itself, not the program: it knows nothing of windows. -P keeps the current folder
    # from being searched for modules.
    return [sys.executable, "-P", "-m", "tpns_desktop.practice"]


def _flags() -> int:
    # Windows would open a console window for it.
    flags: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    return flags | int(getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0))


def _step_back(pid: int) -> None:
    """Let the window have a core first: a real service would not be on this machine at all."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, pid, _NICE)


def _environment() -> dict[str, str]:
    environment = dict(os.environ)
    if not getattr(sys, "frozen", False):
        # The child must find the same package, from a source tree too.
        parts = [str(Path(__file__).resolve().parents[2]), environment.get("PYTHONPATH", "")]
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, parts))
    return environment


def _line(child: subprocess.Popen[bytes], timeout_s: float) -> bytes:
    assert child.stdout is not None
    stdout = child.stdout
    lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()

    def read() -> None:
        with contextlib.suppress(OSError, ValueError):
            lines.put(stdout.readline(_LINE_BYTES_MAX))
            return
        lines.put(b"")

    # A pipe has no time limit that works on every system; a thread that may be left behind does.
    threading.Thread(target=read, name="practice-line", daemon=True).start()
    try:
        line = lines.get(timeout=timeout_s)
    except queue.Empty:
        raise PracticeFailed("no_answer") from None
    if not line:
        raise PracticeFailed("ended")
    return line


def _parsed(line: bytes, read: Callable[[Mapping[str, Any]], T]) -> T:
    try:
        said = json.loads(line)
        if not isinstance(said, dict):
            raise ValueError
        return read(said)
    except (ValueError, KeyError):
        # From None: the line holds the keys.
        raise PracticeFailed("bad_line") from None


def _end(child: subprocess.Popen[bytes], timeout_s: float) -> None:
    if child.stdin is not None:
        with contextlib.suppress(OSError):
            child.stdin.close()
    try:
        child.wait(timeout_s)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
    if child.stdout is not None:
        with contextlib.suppress(OSError, ValueError):
            child.stdout.close()
