"""What was promised to a person, what the service got, what the program says of it: compared.

doubled       the service got the same push twice
claimed       "accepted", but the service never took it, or took it under another id
denied        the service has it, and no row of it says so or leaves it open
without_row   the service has what no row holds
changed       bytes that nobody was shown, on the wire or in a row
unsigned      a signature that does not fit
stale         sent in a later life than it was confirmed in, or after its confirmation expired
lost_draft    an acknowledged draft is gone or older than acknowledged
lost_confirmation   an acknowledged confirmation has no row
open          a row that the last start should have settled
damaged       the file
broken        the program failed where nothing should fail
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from tests.crash.service import Received

OPEN: Final = frozenset({"confirmed", "held", "sending"})
HONEST: Final = frozenset({"accepted", "unknown"})
"""What may be said of a push that the service has."""
EXPIRY_S: Final = 600 + 3 + 25
"""A confirmation counts ten minutes; a life's hold and the pauses of its attempts come on top."""

KINDS: Final = (
    "doubled",
    "claimed",
    "denied",
    "without_row",
    "changed",
    "unsigned",
    "stale",
    "lost_draft",
    "lost_confirmation",
    "open",
    "damaged",
    "alarm",
    "broken",
)


@dataclass(frozen=True)
class Violation:
    """One broken promise."""

    kind: str
    """One of `KINDS`."""
    detail: str


@dataclass
class Ledger:
    """The promises of one data folder over all its lives."""

    shown: dict[tuple[str, str], list[tuple[int, float]]] = field(default_factory=dict)
    """Access id and hash of the bytes → (life, Unix time) of each time they were put forward."""
    confirmed: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Id of an acknowledged row → access id and hash."""
    drafts: dict[str, str] = field(default_factory=dict)
    """Id of an acknowledged draft → its name, which counts its versions up."""
    refused: int = 0
    broken: list[str] = field(default_factory=list)

    def hear(self, life: int, told: Mapping[str, Any]) -> None:
        """Take down what a life has reported."""
        match told["event"]:
            case "shown":
                for access_id, sha in told["rows"]:
                    self.shown.setdefault((access_id, sha), []).append((life, told["at"]))
            case "confirmed":
                for row in told["rows"]:
                    self.confirmed[row["id"]] = (row["access_id"], row["sha"])
            case "kept":
                self.drafts[told["draft_id"]] = told["name"]
            case "refused":
                self.refused += 1
            case "broken":
                self.broken.append(told["text"])

    def audit(
        self, rows: Iterable[Mapping[str, Any]], received: Iterable[Received]
    ) -> list[Violation]:
        """Compare with what a start has shown of the history."""
        stand = list(rows)
        got = list(received)
        return [
            *self._of_rows(stand, got),
            *self._of_wire(stand, got),
            *(Violation("broken", text) for text in self.broken),
        ]

    def _of_rows(
        self, rows: list[Mapping[str, Any]], received: list[Received]
    ) -> Iterable[Violation]:
        ids = {row["id"] for row in rows}
        for row_id in self.confirmed.keys() - ids:
            yield Violation("lost_confirmation", row_id)
        for row in rows:
            about = json.dumps(row)
            what = (row["access_id"], row["sha"])
            if row["state"] in OPEN:
                yield Violation("open", about)
            if row["kept_sha"] != row["sha"] or self.confirmed.get(row["id"], what) != what:
                yield Violation("changed", about)
            if what not in self.shown:
                yield Violation("changed", about)
            taken = {one.push_id for one in received if _what(one) == what and one.taken}
            if row["state"] == "accepted" and not (taken and set(row["push_ids"]) <= taken):
                yield Violation("claimed", about)

    def _of_wire(
        self, rows: list[Mapping[str, Any]], received: list[Received]
    ) -> Iterable[Violation]:
        seen: dict[str, Received] = {}
        for one in received:
            what = _what(one)
            about = f"life {one.life}: {one.access_id} {one.sha} {one.body[-120:]!r}"
            mine = [row for row in rows if (row["access_id"], row["sha"]) == what]
            put = self.shown.get(what, [])
            if not put:
                yield Violation("changed", about)
            elif not any(life == one.life and one.stamp - at <= EXPIRY_S for life, at in put):
                yield Violation("stale", about)
            if not one.signed:
                yield Violation("unsigned", about)
            if not mine:
                yield Violation("without_row", about)
            if not one.taken:
                continue
            if mine and not any(row["state"] in HONEST for row in mine):
                yield Violation("denied", f"{about} {[row['state'] for row in mine]}")
            meant = one.access_id + one.meant
            if meant in seen:
                gap_s = one.stamp - seen[meant].stamp
                yield Violation("doubled", f"{about} {gap_s} s after life {seen[meant].life}")
            seen[meant] = one

    def audit_file(self, path: Path) -> list[Violation]:
        """Look into the database itself, with nobody in it: its health, and the drafts."""
        with closing(sqlite3.connect(path)) as conn:
            health = conn.execute("PRAGMA integrity_check").fetchall()
            kept = {
                id: json.loads(data)["name"]
                for book in ("drafts", "chat_drafts")
                for id, data in conn.execute(f"SELECT id, data FROM {book}")
            }
        found = [] if health == [("ok",)] else [Violation("damaged", str(health[:3]))]
        for draft_id, name in self.drafts.items():
            # A later version may stand there: written, but the acknowledgement was cut off.
            if kept.get(draft_id, "") < name:
                found.append(Violation("lost_draft", f"{name}: {kept.get(draft_id)}"))
        return found


def _what(received: Received) -> tuple[str, str]:
    return received.access_id, received.sha
