"""The named points at which a life can be killed, and how each is recognised from outside.

Nothing in the program knows of them. What it writes is seen in its SQL, through SQLAlchemy's own
events; files and connections, through Python's audit events; the rest through what is handed to it
(clock, keys, client) and through the service at the other end of the wire.

    .before   written, not committed     .inside   the commit has begun     .after   it has returned
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final

from tests.crash.service import PLACES
from tpns_desktop.model.states import STATES

MAKING: Final = ("making.before", "making.inside")
"""While the file gets its tables, at the first start in a folder."""
START: Final = ("start.before", "start.inside", "start.after")
"""While a start settles what the life before left open."""
LOOK: Final = ("look.asked", "look.answered", "look.before", "look.inside", "look.after")
"""While a push in "unknown" is looked up."""
ON_THE_WIRE: Final = tuple(place for place in PLACES if not place.startswith("look"))
MARKER: Final = ("marker.before", "marker.inside")
"""While the file beside the database is written that remembers how far it had come."""
BACKUP: Final = ("backup.before", "backup.inside", "backup.after")
"""While the day's backup is taken; .after: the copy is whole, but has no name yet."""
UNSETTLED: Final = (
    "claim.after",
    "connect",
    *ON_THE_WIRE,
    "settle.before",
    "settle.inside",
)
"""Points that leave a row in "sending"."""
OF_A_PERSON: Final = (
    *(f"draft.{when}" for when in ("before", "inside", "after")),
    *(f"confirm.{when}" for when in ("before", "inside", "after")),
    "hold",
    "key",
    "claim.before",
    "claim.inside",
    "settle.after",
)
POINTS: Final = (*MAKING, *OF_A_PERSON, *UNSETTLED, *MARKER, *BACKUP, *START, *LOOK)

_SERVED: Final = frozenset(PLACES)

Report = Callable[..., None]


class Points:
    """Kills this very process at one point, or lets the parent know that it is time."""

    def __init__(self, report: Report, point: str, nth: int) -> None:
        self._report = report
        self._point = "" if point in _SERVED else point
        self._left = nth
        self.starting = True
        """Until the program has opened: what it settles until then, an earlier life left."""
        self._steps: dict[int, str] = {}
        self._last = ""
        self._copies: set[Path] = set()

    def told(self) -> None:
        """The program tells its screens of news, which it does when a commit has returned."""
        last, self._last = self._last, ""
        if last == "settle":
            self.reach("settle.after")

    def reach(self, name: str) -> None:
        """This is `name`."""
        if name != self._point:
            return
        self._left -= 1
        if self._left:
            return
        if name.endswith(".inside"):
            # The parent strikes when it hears this: somewhere in the commit that begins now.
            self._report("strike")
        else:
            os.kill(os.getpid(), signal.SIGKILL)

    def watch(self) -> None:
        """Look at SQL and sockets from now on."""
        from sqlalchemy import Engine, event

        event.listen(Engine, "after_cursor_execute", self._executed)
        event.listen(Engine, "commit", self._committing)
        event.listen(Engine, "rollback", lambda conn: self._steps.pop(id(conn), None))
        sys.addaudithook(self._audited)

    def _executed(self, conn: Any, _: Any, sql: str, values: Any, *__: Any) -> None:
        step = _step(sql, set(_flat(values)), starting=self.starting)
        if step is not None and self._steps.setdefault(id(conn), step) == step:
            self.reach(f"{step}.before")

    def _committing(self, conn: Any) -> None:
        step = self._steps.pop(id(conn), None)
        if step is not None:
            self._last = step
            self.reach(f"{step}.inside")

    def _audited(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event == "socket.connect":
            self.reach("connect")
        elif event == "os.rename" and str(arguments[1]).endswith(".marker"):
            self.reach("marker.inside")
        elif event == "open" and isinstance(arguments[0], str | Path):
            self._opened(Path(arguments[0]))

    def _opened(self, file: Path) -> None:
        if not file.name.startswith("."):
            return
        if ".marker." in file.name:
            self.reach("marker.before")
        elif file.parent.name == "backups":
            if file in self._copies:
                self.reach("backup.after")
            else:
                self._copies.add(file)
                self.reach("backup.before")
                self.reach("backup.inside")


_STATES: Final = frozenset(STATES)
_DRAFTS: Final = frozenset(
    f"{verb} {book}{more}"
    for book in ("drafts", "chat_drafts")
    for verb, more in (("INSERT INTO", ""), ("UPDATE", " SET"))
)


def _step(sql: str, values: set[Any], *, starting: bool) -> str | None:
    """What a statement is about; None for what is no point of ours."""
    words = " ".join(sql.split(None, 3)[:3])
    if words.startswith("CREATE TABLE"):
        return "making"
    if words == "INSERT INTO pushes":
        return "confirm"
    if words in _DRAFTS:
        return "draft"
    if words != "UPDATE pushes SET":
        return None
    states = values & _STATES
    if starting:
        return "start"
    if states == {"held", "sending"}:
        return "claim"
    if "sending" in states and states > {"sending"}:
        return "settle"
    return "look" if "unknown" in states else None


def _flat(values: Any) -> Iterable[Any]:
    for value in values.values() if isinstance(values, dict) else values or ():
        if isinstance(value, list | tuple | dict):
            yield from _flat(value)
        else:
            yield value
