"""Chat drafts by check: at least one over which it speaks, and one over which it is silent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from tests.send.builders import NOW, recent
from tpns_desktop.model.chat_dialects import DialectId
from tpns_desktop.model.chat_draft import empty_chat_draft, new_element
from tpns_desktop.send.chat_checks import examine_chat
from tpns_desktop.send.chat_context import ChatContext
from tpns_desktop.send.examination import Examination
from tpns_desktop.store.chat_apps import ChatApp

NAMES = {0: "Membership", 1: "City"}


def chat_app(**changes: Any) -> ChatApp:
    values: dict[str, Any] = {
        "id": "chat-1",
        "kind": "tencent",
        "name": "Aurora",
        "sdkappid": 1400000001,
        "identifier": "administrator",
        "url": "https://console.tim.qq.com",
        "dialect": "all_member_push",
        "created_at": NOW,
    }
    return ChatApp(**values | changes)


def chat_context(dialect: DialectId = "all_member_push", **changes: Any) -> ChatContext:
    app = changes.pop("app", chat_app(dialect=dialect))
    values: dict[str, Any] = {"app": app, "now": NOW, "names": NAMES, "names_at": NOW}
    return ChatContext(**values | changes)


def chat_draft(kind: str | None = "all", **changes: Any) -> dict[str, Any]:
    """A draft without fault; `changes` are paths with "__" for the dot."""
    made = empty_chat_draft()
    made["audience"]["kind"] = kind
    made["audience"]["tags"]["any"] = ["stock_a"] if kind == "tags" else []
    made["audience"]["attributes"]["all"] = [["City", "深圳"]] if kind == "attributes" else []
    made["audience"]["users"]["text"] = "user000001\nuser000002"
    made["message"]["elements"][0]["text"] = "The doors open at eight."
    made["notification"].update(title="Tonight", text="The doors open at eight.")
    for path, value in changes.items():
        *way, last = path.split("__")
        place = made
        for name in way:
            place = place[name]
        place[last] = value
    return made


def element(kind: str, **fields: str) -> dict[str, Any]:
    return new_element(kind) | fields


def examined(
    draft: dict[str, Any], dialect: DialectId = "all_member_push", **context: Any
) -> Examination:
    return examine_chat(draft, chat_context(dialect, **context))


@dataclass(frozen=True)
class Case:
    """One draft, and what one check says about it."""

    id: str
    fields: tuple[str, ...]
    """Where it speaks; empty: it is silent."""
    draft: dict[str, Any]
    dialect: DialectId = "all_member_push"
    context: dict[str, Any] | None = None

    def ids(self) -> Iterator[tuple[str, str]]:
        for finding in examined(self.draft, self.dialect, **(self.context or {})).findings:
            yield finding.id, finding.field


_LONG = "界" * 17
_MANY = [f"tag{n}" for n in range(11)]
_SOON = (NOW + timedelta(hours=8, minutes=4)).strftime("%Y-%m-%dT%H:%M")
_LATER = (NOW + timedelta(hours=8, minutes=40)).strftime("%Y-%m-%dT%H:%M")
_IMAGE = {"url": "https://cdn.example.com/a.png", "uuid": "ab12", "width": "300", "height": "200"}


def twin(**changes: Any) -> Any:
    """An earlier push of the fault-free draft."""
    told = examined(chat_draft())
    return recent(
        platform="chat",
        fingerprint=told.fingerprints["chat"],
        audience_digest=told.audience.digest,
        title="Tonight",
        content="The doors open at eight.",
        at=NOW - timedelta(minutes=30),
        **changes,
    )


def cases() -> list[Case]:
    tags, attributes = "audience.tags.any", "audience.attributes.any"
    hour = timedelta(hours=1)
    return [
        Case("chat.who.none", ("audience.kind",), chat_draft(None)),
        Case("chat.who.none", (), chat_draft()),
        Case("chat.who.empty", (tags,), chat_draft("tags", audience__tags__any=[" ", ""])),
        Case(
            "chat.who.empty", (attributes,), chat_draft("attributes", audience__attributes__all=[])
        ),
        Case(
            "chat.who.empty",
            ("audience.users.text",),
            chat_draft("users", audience__users__text="\n "),
            "timpush_chat",
        ),
        Case("chat.who.empty", (), chat_draft("tags")),
        Case("chat.who.batch", ("audience.kind",), chat_draft("users")),
        Case("chat.who.batch", (), chat_draft("users"), "timpush_chat"),
        Case(
            "chat.who.many",
            ("audience.users.text",),
            chat_draft("users", audience__users__text="\n".join(f"u{n}" for n in range(501))),
            "timpush_chat",
        ),
        Case(
            "chat.who.many",
            (),
            chat_draft("users", audience__users__text="\n".join(f"u{n}" for n in range(500))),
            "timpush_chat",
        ),
        Case(
            "chat.who.repeats",
            ("audience.users.text",),
            chat_draft("users", audience__users__text="a\nb\na"),
            "timpush_chat",
        ),
        Case("chat.who.repeats", (), chat_draft("users"), "timpush_chat"),
        Case(
            "chat.who.unused",
            (attributes,),
            chat_draft("tags", audience__attributes__any=[["City", "上海"]]),
        ),
        Case("chat.who.unused", (tags,), chat_draft("attributes", audience__tags__any=["vip"])),
        Case("chat.who.unused", (), chat_draft("tags")),
        Case("chat.tags.many", (tags,), chat_draft("tags", audience__tags__any=_MANY)),
        Case("chat.tags.many", (), chat_draft("tags", audience__tags__any=_MANY[:10])),
        Case("chat.tags.long", (tags,), chat_draft("tags", audience__tags__any=[_LONG])),
        Case("chat.tags.long", (), chat_draft("tags", audience__tags__any=[_LONG[1:]])),
        Case(
            "chat.who.unseen",
            ("audience.tags.any",),
            chat_draft("tags", audience__tags={"any": ["vip\u200b"], "all": []}),
        ),
        Case(
            "chat.who.unseen",
            (attributes,),
            chat_draft(
                "attributes", audience__attributes={"any": [["City", "\u202ea"]], "all": []}
            ),
        ),
        Case(
            "chat.who.unseen",
            ("audience.users.text",),
            chat_draft("users", audience__users={"text": "amy\ufeff"}),
            "timpush_chat",
        ),
        Case(
            "chat.who.unseen", (), chat_draft("tags", audience__tags={"any": ["👨‍👩‍👧"], "all": []})
        ),
        Case(
            "chat.tags.both",
            ("audience.tags.all",),
            chat_draft("tags", audience__tags={"any": ["a", "b"], "all": ["b"]}),
        ),
        Case(
            "chat.tags.both",
            (),
            chat_draft("tags", audience__tags={"any": ["a"], "all": ["b"]}),
        ),
        Case(
            "chat.attributes.unknown",
            (attributes,),
            chat_draft("attributes", audience__attributes__any=[["Colour", "red"]]),
        ),
        Case("chat.attributes.unknown", (), chat_draft("attributes")),
        Case(
            "chat.attributes.unread",
            (attributes,),
            chat_draft("attributes"),
            context={"names": None, "names_at": None},
        ),
        Case("chat.attributes.unread", (), chat_draft("attributes")),
        Case(
            "chat.attributes.half",
            (attributes, attributes),
            chat_draft("attributes", audience__attributes__any=[["City", ""], ["", "x"]]),
        ),
        Case("chat.attributes.half", (), chat_draft("attributes")),
        Case(
            "chat.attributes.long",
            (attributes,),
            chat_draft("attributes", audience__attributes__any=[["City", _LONG]]),
        ),
        Case(
            "chat.attributes.long",
            (),
            chat_draft("attributes", audience__attributes__any=[["City", _LONG[1:]]]),
        ),
        Case(
            "chat.attributes.repeated",
            (attributes,),
            chat_draft("attributes", audience__attributes__any=[["City", "a"], ["City", "b"]]),
        ),
        Case(
            "chat.attributes.repeated",
            (),
            chat_draft(
                "attributes", audience__attributes={"any": [["City", "a"]], "all": [["City", "b"]]}
            ),
        ),
        Case(
            "chat.message.none",
            ("message.elements.0.text",),
            chat_draft(message__elements=[element("text")]),
        ),
        Case("chat.message.none", ("message.elements",), chat_draft(message__elements=[])),
        Case("chat.message.none", (), chat_draft(message__elements=[]), "timpush_push"),
        Case(
            "chat.element.missing",
            ("message.elements.1.url",),
            chat_draft(
                message__elements=[
                    element("text", text="Look"),
                    element("image", **{**_IMAGE, "url": ""}),
                ]
            ),
        ),
        Case(
            "chat.element.missing",
            (),
            chat_draft(message__elements=[element("image", **_IMAGE)]),
        ),
        Case(
            "chat.custom.two",
            ("message.elements.2",),
            chat_draft(
                message__elements=[
                    element("custom", data="{}"),
                    element("text", text="x"),
                    element("custom", data="{}"),
                ]
            ),
        ),
        Case(
            "chat.custom.two",
            (),
            chat_draft(message__elements=[element("custom", data="{}")]),
        ),
        Case(
            "chat.custom.silent",
            ("notification.text",),
            chat_draft(
                message__elements=[element("custom", data="{}")],
                notification__text="",
                notification__title="",
            ),
        ),
        Case(
            "chat.custom.silent",
            (),
            chat_draft(
                message__elements=[element("custom", data="{}", description="An offer")],
                notification__text="",
            ),
        ),
        Case(
            "chat.message.size",
            ("message.elements",),
            chat_draft(message__elements=[element("text", text="界" * 2800)]),
        ),
        Case(
            "chat.message.size",
            (),
            chat_draft(message__elements=[element("text", text="界" * 2600)]),
        ),
        Case(
            "chat.request.size",
            ("message.elements",),
            chat_draft(
                message__elements=[element("text", text="x" * 7900)], notification__text="y" * 2500
            ),
            "timpush_chat",
        ),
        Case(
            "chat.request.size",
            (),
            chat_draft(
                message__elements=[element("text", text="x" * 7900)], notification__text="y" * 2500
            ),
        ),
        Case("chat.life", ("message.life_s",), chat_draft(message__life_s="604801")),
        Case("chat.life", ("message.life_s",), chat_draft(message__life_s="a week")),
        Case("chat.life", (), chat_draft(message__life_s="604800")),
        Case("chat.life", (), chat_draft(message__life_s="a week"), "timpush_chat"),
        Case("chat.life.online", ("message.life_s",), chat_draft(message__life_s="0")),
        Case(
            "chat.life.online",
            ("message.online_only",),
            chat_draft(message__online_only=True),
            "timpush_chat",
        ),
        Case("chat.life.online", (), chat_draft()),
        Case("chat.sender.unknown", ("message.sender",), chat_draft(message__sender="shop")),
        Case("chat.sender.unknown", (), chat_draft(message__sender="administrator")),
        Case(
            "chat.sender.unknown",
            (),
            chat_draft(message__sender="shop"),
            context={"senders": frozenset({"shop"})},
        ),
        Case(
            "chat.notification.none",
            ("notification.text",),
            chat_draft(notification__title="", notification__text=""),
            "timpush_push",
        ),
        Case("chat.notification.none", (), chat_draft(notification__title=""), "timpush_push"),
        Case("chat.notification.off", ("notification.on",), chat_draft(notification__on=False)),
        Case("chat.notification.off", (), chat_draft()),
        Case("chat.cut.title", ("notification.title",), chat_draft(notification__title="x" * 41)),
        Case("chat.cut.title", (), chat_draft(notification__title="x" * 32)),
        Case("chat.cut.text", ("notification.text",), chat_draft(notification__text="x" * 51)),
        Case("chat.cut.text", (), chat_draft(notification__text="x" * 50)),
        Case(
            "chat.notification.size",
            ("notification.text",),
            chat_draft(notification__text="界" * 1025),
        ),
        Case("chat.notification.size", (), chat_draft(notification__text="界" * 1024)),
        Case(
            "chat.data_id",
            ("notification.data_id",),
            chat_draft(notification__data_id="x" * 65),
            "timpush_chat",
        ),
        Case("chat.data_id", (), chat_draft(notification__data_id="x" * 64), "timpush_chat"),
        Case(
            "chat.time.dialect",
            ("schedule.kind",),
            chat_draft(schedule={"kind": "at", "at": _LATER}),
        ),
        Case(
            "chat.time.dialect",
            (),
            chat_draft(schedule={"kind": "at", "at": _LATER}),
            "timpush_chat",
        ),
        Case(
            "chat.time.none",
            ("schedule.at",),
            chat_draft(schedule={"kind": "at", "at": ""}),
            "timpush_chat",
        ),
        Case("chat.time.none", (), chat_draft(), "timpush_chat"),
        Case(
            "chat.time.past",
            ("schedule.at",),
            chat_draft(schedule={"kind": "at", "at": _SOON}),
            "timpush_chat",
        ),
        Case(
            "chat.time.past", (), chat_draft(schedule={"kind": "at", "at": _LATER}), "timpush_chat"
        ),
        Case(
            "chat.time.zone",
            ("schedule.at",),
            chat_draft(schedule={"kind": "at", "at": _LATER}),
            "timpush_chat",
        ),
        Case("chat.time.zone", (), chat_draft(), "timpush_chat"),
        Case("chat.time.night", ("schedule.kind",), chat_draft(), context={"now": NOW + 13 * hour}),
        Case("chat.time.night", (), chat_draft()),
        Case("chat.clock", ("schedule.kind",), chat_draft(), context={"clock_skew_s": -90.0}),
        Case("chat.clock", (), chat_draft(), context={"clock_skew_s": 20.0}),
        Case("chat.clock_off", ("schedule.kind",), chat_draft(), context={"clock_skew_s": 400.0}),
        Case("chat.clock_off", (), chat_draft(), context={"clock_skew_s": 200.0}),
        Case("chat.quota.low", ("audience.kind",), chat_draft(), context={"used_today": 90}),
        Case("chat.quota.low", (), chat_draft(), context={"used_today": 89}),
        Case("chat.quota.none", ("audience.kind",), chat_draft(), context={"used_today": 100}),
        Case("chat.quota.none", (), chat_draft(), context={"used_today": 99}),
        Case(
            "chat.quota.none", (), chat_draft("users"), "timpush_chat", context={"used_today": 100}
        ),
        Case(
            "text.code",
            ("notification.title", "notification.text"),
            chat_draft(notification__title="Hello %s", notification__text="undefined"),
        ),
        Case("text.code", (), chat_draft(notification__title="Nullarbor, 100 % of it")),
        Case(
            "text.hidden",
            ("notification.title",),
            chat_draft(notification__title="To\u200bnight"),
        ),
        Case(
            "text.hidden",
            (),
            chat_draft(notification__title="To\u200bnight", notification__on=False),
        ),
        Case(
            "dup.unknown",
            ("message.elements",),
            chat_draft(),
            context={"recent": (twin(state="unknown"),)},
        ),
        Case("dup.unknown", (), chat_draft(), context={"recent": (twin(),)}),
        Case("dup.recent", ("message.elements",), chat_draft(), context={"recent": (twin(),)}),
        Case("dup.recent", (), chat_draft(), context={"recent": (twin(state="unknown"), twin())}),
        Case(
            "dup.again",
            ("message.elements",),
            chat_draft(),
            context={"recent": (twin(state="not_found", settled_by="person"),)},
        ),
        Case("dup.again", (), chat_draft(), context={"recent": (twin(),)}),
        Case(
            "dup.similar",
            ("notification.title",),
            chat_draft(notification__text="Another text."),
            context={"recent": (twin(),), "now": NOW - timedelta(minutes=25)},
        ),
        Case(
            "dup.similar",
            (),
            chat_draft(notification__text="Another text."),
            context={"recent": (twin(),)},
        ),
    ]
