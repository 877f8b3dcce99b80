"""The child's side: reads one job as a line of JSON, answers in lines of JSON, ends.

    {"job": "check", "path": …, "folder": …, "kind": "account", "account_type": 0}
    {"job": "recheck", "path": …, "kind": …, "account_type": …}
    {"job": "mend", "path": …, "target": …, "mending": {…}}
    {"job": "problems", "path": …, "target": …, "mending": {…}}
    {"job": "compare", "path": …, "other": …}
    {"job": "find", "path": …, "values": […]}
    {"job": "look", "path": …, "encoding": …}
    {"job": "accounts", "path": …, "target": …, "mending": {…}}

    {"progress": [bytes done, bytes to do]}   any number of times
    {"result": {…}}  or  {"refused": {"code": …, "detail": {…}}}   the last line

What goes through the pipe holds paths, counts and masked excerpts; of values only those that were
asked for by ``find``, which come in and do not go out. What only one kind of job needs is loaded
by that one: a check is what people wait for.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import IO, Any, Final

from tpns_desktop.packages.check import Progress, check
from tpns_desktop.packages.opening import first_of
from tpns_desktop.packages.partial import FULL
from tpns_desktop.packages.verdict import Refusal

_TELL_EVERY_S: Final = 0.1

FIRST_SHOWN: Final = 20
"""Values of a list shown to a person, masked."""

Job = Mapping[str, Any]


def serve(given: IO[bytes], out: IO[bytes]) -> int:
    """Do the one job that ``given`` holds. Gives the exit code; the answer has the rest."""

    def tell(line: Mapping[str, Any]) -> None:
        out.write(json.dumps(line).encode() + b"\n")
        out.flush()

    try:
        job = json.loads(given.readline())
        tell({"result": _JOBS[job["job"]](job, _progress(tell))})
    except Refusal as refusal:
        tell({"refused": {"code": refusal.code, "detail": refusal.detail}})
    except BrokenPipeError:  # nobody waits any more
        return 1
    except OSError as error:
        full = error.errno in FULL
        tell({"refused": {"code": "diskfull" if full else "unreadable", "detail": {}}})
    return 0


def _progress(tell: Callable[[Mapping[str, Any]], None]) -> Progress:
    last = 0.0

    def progress(done: int, size: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _TELL_EVERY_S or done >= size:
            last = now
            tell({"progress": [done, size]})

    return progress


def _check(job: Job, progress: Progress) -> dict[str, Any]:
    """Take the private copy and judge it."""
    from tpns_desktop.packages import snapshot

    # What judges is loaded while the disk is busy with the copy.
    Thread(target=import_module, args=["tpns_desktop.packages.repeats"], daemon=True).start()
    copy = snapshot.take(Path(job["path"]), Path(job["folder"]), progress)
    verdict = check(copy.path, job["kind"], job["account_type"], progress)
    return {
        "snapshot": copy.as_dict(),
        "verdict": verdict.as_dict(),
        "first": first_of(copy.path, FIRST_SHOWN),
    }


def _recheck(job: Job, progress: Progress) -> dict[str, Any]:
    verdict = check(Path(job["path"]), job["kind"], job["account_type"], progress)
    first = first_of(Path(job["path"]), FIRST_SHOWN)
    return {"verdict": verdict.as_dict(), "first": first}


def _mend(job: Job, progress: Progress) -> dict[str, Any]:
    from tpns_desktop.packages.repair import Mending, mend

    mending = Mending(**job["mending"])
    return mend(Path(job["path"]), Path(job["target"]), mending, progress).as_dict()


def _problems(job: Job, progress: Progress) -> dict[str, Any]:
    from tpns_desktop.packages.problems import save_problems
    from tpns_desktop.packages.repair import Mending

    mending = Mending(**job["mending"])
    path, target = Path(job["path"]), Path(job["target"])
    return {"rows": save_problems(path, target, mending.rule, mending.encoding, progress)}


def _compare(job: Job, progress: Progress) -> dict[str, Any]:
    from tpns_desktop.packages.compare import compare

    return compare(Path(job["path"]), Path(job["other"]), progress).as_dict()


def _find(job: Job, progress: Progress) -> dict[str, Any]:
    from tpns_desktop.packages.compare import found_in

    return {"found": found_in(Path(job["path"]), job["values"])}


def _look(job: Job, progress: Progress) -> dict[str, Any]:
    from tpns_desktop.packages.accounts import look

    return look(Path(job["path"]), job["encoding"])


def _accounts(job: Job, progress: Progress) -> dict[str, Any]:
    from tpns_desktop.packages.accounts import take

    return take(Path(job["path"]), Path(job["target"]), job["mending"], progress)


_JOBS: Final[Mapping[str, Callable[[Job, Progress], dict[str, Any]]]] = {
    "check": _check,
    "recheck": _recheck,
    "mend": _mend,
    "problems": _problems,
    "compare": _compare,
    "find": _find,
    "look": _look,
    "accounts": _accounts,
}
