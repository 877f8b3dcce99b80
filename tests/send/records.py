"""Rows that were sent and records as the service gives them, for the tests of looking up."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.send.builders import NOW
from tpns_desktop.model.limits import SERVICE_ZONE
from tpns_desktop.model.outcome import Record
from tpns_desktop.store.history import PushRow

ACCOUNTS = ["alice01", "bob_0002"]
TAGS = [
    {
        "tag_items": [
            {"tags": ["vip", "new"], "tags_operator": "OR", "items_operator": "OR",
             "is_not": False, "tag_type": "xg_user_define"}
        ],
        "operator": "OR",
        "is_not": False,
    }
]  # fmt: skip


def body_of(kind: str = "account", **changes: Any) -> dict[str, Any]:
    made: dict[str, Any] = {
        "audience_type": {"account": "account_list", "device": "token_list"}.get(kind, kind),
        "message_type": "notify",
        "message": {"title": "Sale tonight", "content": "Everything is cheaper until midnight."},
    }
    if kind == "account":
        made["account_list"] = list(ACCOUNTS)
    elif kind == "tag":
        made["tag_rules"] = TAGS
    return made | changes


def row_of(kind: str = "account", body: dict[str, Any] | None = None, **changes: Any) -> PushRow:
    """A row that was sent at NOW, of which nobody knows."""
    content = json.dumps(body if body is not None else body_of(kind)).encode()
    values: dict[str, Any] = {
        "id": "r1",
        "batch_id": "b1",
        "draft_id": "d1",
        "draft_rev": 1,
        "platform": "android",
        "app_id": "shop",
        "app_name": "Demo Mall",
        "practice": False,
        "access_point_url": "https://api.tpns.tencent.com",
        "access_id": "1500012345",
        "environment": None,
        "body": content,
        "body_sha256": hashlib.sha256(content).hexdigest(),
        "title": "Sale tonight",
        "content": "Everything is cheaper until midnight.",
        "audience_kind": kind,
        "audience": {"kind": kind},
        "level": 2,
        "state": "unknown",
        "created_at": NOW - timedelta(seconds=10),
        "sent_at": NOW,
        "fingerprint": "f",
        "app_version": "0",
    }
    return PushRow(**values | changes)


def record_of(kind: str = "account", **changes: Any) -> Record:
    """The record that the service makes of `row_of(kind)` in the second in which it was sent."""
    values: dict[str, Any] = {
        "push_id": "4711",
        "status": "PUSH_FINISHED",
        "title": "Sale tonight",
        "content": "Everything is cheaper until midnight.",
        "push_type": {"account": "account_list", "device": "token_list"}.get(kind, kind),
        "message_type": "notify",
        "environment": "product",
        "created_at": NOW,
        "source": "api",
        "target_list": tuple(ACCOUNTS) if kind == "account" else (),
        "tag_set": None,
    }
    if kind == "tag":
        values["tag_set"] = {
            "op": "OR",
            "tagWithType": [
                {"tagTypeName": "xg_user_define", "tagValue": tag} for tag in ("new", "vip")
            ],
        }
    return Record(**values | changes)


def wire_record(record: Record) -> dict[str, Any]:
    """As `get_push_record` writes it."""
    made = record.created_at or datetime.fromtimestamp(0, UTC)
    return {
        "date": made.astimezone(SERVICE_ZONE).strftime("%Y-%m-%d %H:%M:%S"),
        "createTime": int(made.timestamp()),
        "pushId": record.push_id,
        "title": record.title,
        "content": record.content,
        "status": record.status,
        "pushType": record.push_type,
        "messageType": record.message_type,
        "environment": record.environment,
        "expireTime": 86400,
        "targetList": list(record.target_list) or None,
        "tagSet": record.tag_set,
        "uploadId": record.upload_id or 0,
        "source": record.source,
        "pushConfig": None,
    }
