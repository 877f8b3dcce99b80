"""Apps, drafts and contexts for the tests of sending."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from tpns_desktop.model.draft import empty_draft
from tpns_desktop.send.examination import Context, RecentPush
from tpns_desktop.store.apps import App
from tpns_desktop.store.plans import Plan

NOW = datetime(2026, 11, 19, 2, 30, tzinfo=UTC)
"""Thursday, 10:30 on the service's clock."""

TOKEN = "04cac74a714f61bf089987a986363d88aaaa"


def app(**changes: Any) -> App:
    values: dict[str, Any] = {
        "id": "shop",
        "kind": "tpns",
        "name": "Demo Mall",
        "colour": "#2f7d6b",
        "access_point": "guangzhou",
        "android_access_id": "1500012345",
        "ios_access_id": "1600012345",
        "ios_environment": "product",
        "created_at": NOW,
    }
    return App(**values | changes)


def plan(**changes: Any) -> Plan:
    values: dict[str, Any] = {
        "id": "plan1",
        "app_id": "shop",
        "name": "Double 11",
        "description": "All of it",
        "android_plan_id": "48",
        "ios_plan_id": "49",
        "created_at": NOW,
    }
    return Plan(**values | changes)


def context(**changes: Any) -> Context:
    values: dict[str, Any] = {"app": app(), "plan": None, "now": NOW, "recent": ()}
    return Context(**values | changes)


def draft(kind: str | None = "all", **changes: Any) -> dict[str, Any]:
    """A draft without fault; `changes` are paths with "__" for the dot."""
    made = empty_draft()
    made["audience"]["kind"] = kind
    made["audience"]["tag"]["groups"] = [
        [{"tag_type": "xg_user_define", "match": "any", "tags": ["vip"]}]
    ]
    made["audience"]["account"]["text"] = "alice01\nbob_0002"
    made["audience"]["device"] = {"text": TOKEN, "platform": "android"}
    made["message"].update(title="Sale tonight", content="Everything is cheaper until midnight.")
    for path, value in changes.items():
        *way, last = path.split("__")
        place = made
        for name in way:
            place = place[name]
        place[last] = value
    return made


def recent(**changes: Any) -> RecentPush:
    values: dict[str, Any] = {
        "batch_id": "b1",
        "platform": "android",
        "fingerprint": "f",
        "audience_kind": "all",
        "audience_digest": "d",
        "title": "Sale tonight",
        "content": "Everything is cheaper until midnight.",
        "state": "accepted",
        "at": NOW,
    }
    return RecentPush(**values | changes)
