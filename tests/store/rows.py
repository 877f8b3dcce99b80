"""Rows to put into a database under test."""

from __future__ import annotations

import hashlib
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tpns_desktop.store.apps import App
from tpns_desktop.store.history import PushRow

NOON = datetime(2026, 1, 16, 12, 0, tzinfo=UTC)


def app(app_id: str = "app-1", **changes: Any) -> App:
    values: dict[str, Any] = {
        "id": app_id,
        "kind": "tpns",
        "name": "Demo Mall 商城",
        "colour": "teal",
        "access_point": "guangzhou",
        "android_access_id": "1500001048",
        "ios_access_id": "1600001048",
        "ios_environment": "dev",
        "created_at": NOON,
    }
    return App(**{**values, **changes})


def push(row_id: str = "push-1", **changes: Any) -> PushRow:
    body = b'{"audience_type":"all"}'
    values: dict[str, Any] = {
        "id": row_id,
        "batch_id": f"batch of {row_id}",
        "draft_id": f"draft of {row_id}",
        "draft_rev": 1,
        "platform": "android",
        "app_id": "app-1",
        "app_name": "Demo Mall 商城",
        "practice": False,
        "access_point_url": "https://api.tpns.tencent.com",
        "access_id": "1500001048",
        "environment": None,
        "body": body,
        "body_sha256": hashlib.sha256(body).hexdigest(),
        "title": "今晚八点",
        "content": "五折 🎉",
        "audience_kind": "all",
        "audience": {"kind": "all", "count": None},
        "level": 4,
        "created_at": NOON,
        "fingerprint": "f" * 64,
        "app_version": "0.1.0",
    }
    return PushRow(**{**values, **changes})


def later(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def unguarded(file: Path, *statements: str) -> None:
    """Run SQL on a database that is not open, as damage would: its own rules do not stop it."""
    conn = sqlite3.connect(file, isolation_level=None)
    try:
        rules = conn.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        found = rules.fetchall()
        for name, _ in found:
            conn.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            conn.execute(statement)
        for _, sql in found:
            conn.execute(sql)
    finally:
        conn.close()


class Clock:
    """Gives instants one second apart."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now
