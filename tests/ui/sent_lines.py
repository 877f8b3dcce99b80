"""Lines of the Sent list, and records that only remember, for the screens' tests."""

from __future__ import annotations

import asyncio
import json
import threading
from array import array
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from tests.ui import pushes
from tests.ui.pushes import NOW
from tpns_desktop.send.records import Change, Line, Listing, Refreshed, Told, Wanted
from tpns_desktop.store.full_text import fold, words_of
from tpns_desktop.store.records import RecordRow
from tpns_desktop.store.sent_index import ELSEWHERE, Asked, key_of
from tpns_desktop.store.sent_lines import LinePart


def line(batch_id: str | None = "b1", **changes: Any) -> Line:
    """One of ours; with None, one that was made elsewhere."""
    state = changes.get("state", "accepted" if batch_id else ELSEWHERE)
    values: dict[str, Any] = {
        "key": key_of(NOW),
        "batch_id": batch_id,
        "access_id": "1500012345",
        "push_id": None if batch_id else "900",
        "when": NOW,
        "state": state,
        "status": "" if batch_id else "PUSH_FINISHED",
        "repeats": False,
        "title": "Sale tonight",
        "content": "Everything is cheaper until midnight.",
        "audience_kind": "all",
        "count": None,
        "app_name": "Demo Mall" if batch_id else "",
        "parts": (LinePart(state, (), None, None, None),) if batch_id else (),
    }
    part = {
        name: changes.pop(name) for name in ("matches", "reason", "settled_by") if name in changes
    }
    if part:
        values["parts"] = (replace(values["parts"][0], **part),)
    return Line(**values | changes)


def listed() -> list[Line]:
    """Three of ours and one made elsewhere, newest first."""
    day = timedelta(days=1)
    counters = (json.dumps(pushes.counters()),) * 2
    return [
        line("b3", state="held", when=NOW),
        line(None, title="Flash sale", content="By somebody else", source="api", when=NOW - day),
        line(
            "b2",
            title="Members' day",
            content="Twice the points",
            told_counters=counters,
            when=NOW - 2 * day,
        ),
        line("b1", state="unknown", plan_name="Double 11", when=NOW - 3 * day),
    ]


def record(**changes: Any) -> RecordRow:
    values: dict[str, Any] = {
        "access_id": "1500012345",
        "push_id": "900",
        "at": NOW,
        "status": "PUSH_FINISHED",
        "title": "Flash sale",
        "content": "By somebody else",
        "push_type": "tag",
        "message_type": "notify",
        "environment": "product",
        "expire_s": 86400,
        "source": "api",
        "tags": {"op": "OR", "tagWithType": [{"tagTypeName": "xg_user_define", "tagValue": "vip"}]},
        "seen_at": NOW,
    }
    return RecordRow(**values | changes)


class FakeRecords:
    """Stands in for `send.records.Records`; `asked` is what was wanted, in order."""

    def __init__(self, lines: Sequence[Line] = ()) -> None:
        self.all = list(lines)
        self.asked: list[Wanted] = []
        self.windows: list[int] = []
        self.may_read = threading.Event()
        """Cleared: windows are asked for and do not come."""
        self.may_read.set()
        self.refreshed = Refreshed()
        self.by_person: list[bool] = []
        self.counted: RecordRow | BaseException = record()
        self.exported: list[tuple[str, ...]] = []
        self.change: Change | None = None
        self.complete = True

    async def open(self, wanted: Wanted) -> Told:
        self.asked.append(wanted)
        words = words_of(wanted.words)
        found = [
            one
            for one in self.all
            if all(w in fold(f"{one.title}\n{one.content}\n{one.plan_name}") for w in words)
            and (wanted.kind != "unsettled" or one.state == "unknown")
            and (wanted.elsewhere is None or one.elsewhere == wanted.elsewhere)
        ]
        self.found = found
        listing = Listing(Asked(words=words, kind=wanted.kind), array("q", range(len(found))))
        return Told(listing, len(found), self.complete, tuple(found[:64]))

    async def grow(self, listing: Listing) -> Told:
        return Told(listing, len(self.found), self.complete)

    async def lines(self, _listing: Listing, first: int, count: int = 64) -> tuple[Line, ...]:
        self.windows.append(first // 64)
        if not self.may_read.is_set():
            await asyncio.to_thread(self.may_read.wait)
        return tuple(self.found[first : first + count])

    async def touched(self, _listing: Listing, _batch_id: str) -> Change | None:
        return self.change

    async def unsettled(self, _app_id: str | None) -> int:
        return sum(one.state == "unknown" for one in self.all)

    async def refresh(self, _app_id: str, *, by_person: bool = False) -> Refreshed:
        self.by_person.append(by_person)
        given, self.refreshed = self.refreshed, replace(self.refreshed, changed=0)
        return given

    async def record(self, _access_id: str, _push_id: str) -> RecordRow | None:
        return record()

    async def follow(self, _access_id: str, _push_id: str) -> RecordRow | None:
        return None

    async def read_counters(self, _access_id: str, _push_id: str) -> RecordRow:
        if isinstance(self.counted, BaseException):
            raise self.counted
        return self.counted

    async def export(self, _wanted: Wanted, path: Any, header: Any, cells: Any) -> int:
        self.exported = [tuple(header), *(tuple(cells(one)) for one in self.found)]
        path.write_text("written", "utf-8")
        return len(self.found)
