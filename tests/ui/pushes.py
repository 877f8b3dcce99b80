"""Reviews, sent pushes and a desk that only remembers what it was asked, for the screens' tests."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.send import builders
from tpns_desktop.send.checks import examine, is_live
from tpns_desktop.send.confirm import rows_of
from tpns_desktop.send.examination import Context
from tpns_desktop.send.levels import hold_seconds
from tpns_desktop.send.results import Batch
from tpns_desktop.send.review import Review, freeze
from tpns_desktop.store.apps import App
from tpns_desktop.store.drafts import DraftRow
from tpns_desktop.store.history import PushRow

NOW = datetime(2026, 11, 19, 2, 30, tzinfo=UTC)
URL = "https://api.tpns.tencent.com"
PRACTICE_URL = "http://127.0.0.1:40123"


def practice_app(**changes: Any) -> App:
    return builders.app(
        **{"id": "practice", "kind": "practice", "access_point": PRACTICE_URL} | changes
    )


def review(
    draft: Mapping[str, Any] | None = None,
    app: App | None = None,
    plan: Any = None,
    recent: tuple[Any, ...] = (),
    **changes: Any,
) -> Review:
    """What the desk would freeze of this draft; `changes` are fields of the review."""
    app = app or builders.app()
    context = Context(app, plan, NOW, recent)
    draft = draft or builders.draft("account")
    examination = examine(draft, context)
    values: dict[str, Any] = {
        "draft_id": "draft1",
        "draft_rev": 3,
        "app_id": app.id,
        "app_name": app.name,
        "practice": app.practice,
        "live": is_live(context, examination.audience.platforms),
        "plan_name": plan.name if plan is not None else "",
        "rows": freeze(examination, app, PRACTICE_URL if app.practice else URL),
        "examination": examination,
        "level": examination.level,
        "hold_s": hold_seconds(examination.level, 10),
        "created_at": NOW,
    }
    return Review(**values | changes)


def rows(of: Review | None = None, **changes: Any) -> tuple[PushRow, ...]:
    """The rows of one batch; `changes` are given to each of them."""
    return tuple(replace(row, **changes) for row in rows_of(of or review(), NOW))


def batch(of: Review | None = None, **changes: Any) -> Batch:
    made = rows(of, **{"batch_id": "batch1"} | changes)
    return Batch(made[0].batch_id, made)


def split(given: Batch, first: Mapping[str, Any], second: Mapping[str, Any]) -> Batch:
    """The same push with different facts a platform."""
    one, two = given.rows
    return Batch(given.id, (replace(one, **first), replace(two, **second)))


def counters(scale: int = 1) -> list[dict[str, Any]]:
    """Counters of a row as the history keeps them."""
    told = {
        "xg": (2410, 2288, 1900, 640, 120),
        "hw": (1320, 1018, 0, 220, 61),
        "oppo": (612, 498, 410, 88, 12),
    }
    names = ("planned", "delivered", "arrived", "tapped", "dismissed")
    made = [
        {"channel": channel, **{n: v * scale for n, v in zip(names, values, strict=True)}}
        for channel, values in told.items()
    ]
    total = {name: sum(one[name] for one in made) for name in names}
    return [*made, {"channel": "all", **total}]


def draft_row(**changes: Any) -> DraftRow:
    values: dict[str, Any] = {
        "id": "draft1",
        "app_id": "shop",
        "revision": 3,
        "data": builders.draft("account"),
        "updated_at": NOW - timedelta(hours=2),
    }
    return DraftRow(**values | changes)


FACETS = frozenset(
    {
        "agenda",
        "audiences",
        "chat",
        "device_work",
        "mending",
        "one_phone",
        "day_totals",
        "plan_book",
        "records",
        "sms",
        "watching",
        "updates",
    }
)
"""Subjects of the desk that have a class of their own."""


class _Facet:
    """One subject of a `FakeDesk`: "audiences.reach" is what its `reach` is remembered as.

    A subject may have subjects of its own: "chat.tasks.read".
    """

    def __init__(self, desk: FakeDesk, name: str) -> None:
        self._desk = desk
        self._name = name

    def __getattr__(self, name: str) -> _Facet:
        if name.startswith("_"):
            raise AttributeError(name)
        return _Facet(self._desk, f"{self._name}.{name}")

    def __call__(self, *arguments: Any) -> Any:
        return self._desk.method(self._name)(*arguments)


class FakeDesk:
    """Remembers what it was asked, and answers what the test put in.

    `answers`: method ("plans", or "audiences.reach" of a facet) → result, or an exception to raise.
    `asked`: (method, arguments) in order.
    """

    def __init__(self, **answers: Any) -> None:
        self.answers: dict[str, Any] = {"tags": [], "devices": [], **answers}
        self.asked: list[tuple[Any, ...]] = []
        self.callbacks: list[Callable[[str], None]] = []

    def subscribe(self, callback: Callable[[str], None]) -> Callable[[], None]:
        self.callbacks.append(callback)
        return lambda: self.callbacks.remove(callback)

    def calls(self, method: str) -> list[tuple[Any, ...]]:
        return [asked[1:] for asked in self.asked if asked[0] == method]

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return _Facet(self, name) if name in FACETS else self.method(name)

    def method(self, method: str) -> Callable[..., Any]:
        async def answer(*arguments: Any) -> Any:
            self.asked.append((method, *arguments))
            given = self.answers.get(method)
            if isinstance(given, BaseException):
                raise given
            return given(*arguments) if callable(given) else given

        return answer
