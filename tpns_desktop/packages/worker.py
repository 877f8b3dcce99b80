"""The program's side of a job: a child process does it, and is killed when nobody wants it.

Standard library only; numpy lives in the child. A crash there, or a file that eats all memory,
stays outside the program (house rule for heavy file work).
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from tpns_desktop.packages.verdict import Refusal

_LINE_BYTES_MAX: Final = 4 << 20
"""Of one answer: 1,000 findings come to some 100 KB."""

# glibc gives freed blocks back at once and has each page cleared anew for the next one, a fifth of
# the child's time. Huge pages have to be looked for and cleared, which takes longer than they save.
# The child does no linear algebra, so it needs none of BLAS's threads either.
_MEMORY: Final = {
    "MALLOC_MMAP_THRESHOLD_": str(64 << 20),
    "MALLOC_TRIM_THRESHOLD_": str(256 << 20),
    "NUMPY_MADVISE_HUGEPAGE": "0",
    "OPENBLAS_NUM_THREADS": "1",
}

_NICE: Final = 10
"""Of the child: whoever types meanwhile goes first."""

Progress = Callable[[int, int], None]


async def run(job: Mapping[str, Any], progress: Progress | None = None) -> dict[str, Any]:
    """Do a job (see ``jobs``) in a child and give its result.

    Cancelling kills the child. Raises Refusal with the child's code, or ``damaged`` where the child
    ended without an answer.
    """
    child = await asyncio.create_subprocess_exec(
        *command(),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env=environment(),
        limit=_LINE_BYTES_MAX,
        **_quietly(),
    )
    _step_back(child.pid)
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        child.stdin.write(json.dumps(job).encode() + b"\n")
        with contextlib.suppress(ConnectionError):
            await child.stdin.drain()
        while line := await child.stdout.readline():
            said = json.loads(line)
            if "progress" in said:
                if progress is not None:
                    progress(*said["progress"])
            elif "refused" in said:
                raise Refusal(said["refused"]["code"], **said["refused"]["detail"])
            else:
                result: dict[str, Any] = said["result"]
                return result
    finally:
        if child.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                child.kill()
        # Shielded: however often this is cancelled, no child is left behind unwaited.
        await asyncio.shield(child.wait())
    raise Refusal("damaged", unforeseen="child")


def command() -> list[str]:
    """What starts the child."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "packages"]
    return [sys.executable, "-P", "-m", "tpns_desktop.packages"]


def environment() -> dict[str, str]:
    """The child's variables: this process's, and how its memory and threads are to be had."""
    given = {**os.environ, **_MEMORY}
    if not getattr(sys, "frozen", False):
        # The child must find the same package, from a source tree too.
        parts = [str(Path(__file__).resolve().parents[2]), given.get("PYTHONPATH", "")]
        given["PYTHONPATH"] = os.pathsep.join(filter(None, parts))
    return given


def _quietly() -> dict[str, Any]:
    """Windows would open a console window for the child; there it steps back from its start."""
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    flags |= getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
    return {"creationflags": flags} if flags else {}


def _step_back(pid: int) -> None:
    """Let the window, and everything else, have a core before the child."""
    if sys.platform != "win32":
        # From here, since what a child does between fork and exec is not safe beside threads.
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, pid, _NICE)
