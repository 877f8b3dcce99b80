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

Progress = Callable[[int, int], None]


async def run(job: Mapping[str, Any], progress: Progress | None = None) -> dict[str, Any]:
    """Do a job (see ``jobs``) in a child and give its result.

    Cancelling kills the child. Raises Refusal with the child's code, or ``damaged`` where the child
    ended without an answer.
    """
    child = await asyncio.create_subprocess_exec(
        *_command(),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env=_environment(),
        limit=_LINE_BYTES_MAX,
        **_quietly(),
    )
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        child.stdin.write(json.dumps(job, ensure_ascii=False).encode() + b"\n")
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


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, "packages"]
    return [sys.executable, "-P", "-m", "tpns_desktop.packages"]


def _environment() -> dict[str, str]:
    environment = dict(os.environ)
    if not getattr(sys, "frozen", False):
        # The child must find the same package, from a source tree too.
        parts = [str(Path(__file__).resolve().parents[2]), environment.get("PYTHONPATH", "")]
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, parts))
    return environment


def _quietly() -> dict[str, Any]:
    """Windows would open a console window for the child."""
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    return {"creationflags": flags} if flags else {}
