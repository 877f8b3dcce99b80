"""Every check with a draft that makes it speak and the smallest change that keeps it silent."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from tests.send.builders import NOW, TOKEN, app, context, draft, plan, recent
from tpns_desktop.model.draft import empty_draft
from tpns_desktop.send.checks import examine
from tpns_desktop.send.examination import Context
from tpns_desktop.send.sms_facts import SmsFacts
from tpns_desktop.store.lists import ListRow
from tpns_desktop.store.sms_book import SmsApp, SmsSignature, SmsTemplate

NIGHT = NOW + timedelta(hours=13)
SOON = f"{(NOW + timedelta(hours=8, minutes=4)):%H:%M}"
"""On the service's clock."""
"""23:30 on the service's clock."""


@dataclass(frozen=True)
class Case:
    """Places of the draft and of the context that make a check speak, or keep it silent.

    Changes as `builders.draft` and `builders.context` take them; `wrong` and `right` go on top of
    `both`.
    """

    field: str
    """Where it speaks."""
    wrong: dict[str, Any] = field(default_factory=dict)
    right: dict[str, Any] = field(default_factory=dict)
    both: dict[str, Any] = field(default_factory=dict)
    wrong_context: dict[str, Any] = field(default_factory=dict)
    right_context: dict[str, Any] = field(default_factory=dict)
    both_context: dict[str, Any] = field(default_factory=dict)
    kind: str | None = "all"
    level: str | None = None
    """Other than the check's own."""

    def speaking(self) -> tuple[dict[str, Any], Context]:
        """A draft and a context in which the check has something to say."""
        return (
            draft(self.kind, **self.both | self.wrong),
            context(**self.both_context | self.wrong_context),
        )

    def silent(self) -> tuple[dict[str, Any], Context]:
        """The nearest in which it has not."""
        return (
            draft(self.kind, **self.both | self.right),
            context(**self.both_context | self.right_context),
        )


def tap(**changes: Any) -> dict[str, Any]:
    return {"message__tap": empty_draft()["message"]["tap"] | changes}


def at(moment: datetime) -> dict[str, Any]:
    text = (moment + timedelta(hours=8)).strftime("%Y-%m-%dT%H:%M")
    return {"schedule__kind": "at", "schedule__at": text}


def loop(**changes: Any) -> dict[str, Any]:
    made = {
        "every": "2",
        "days": ["1"],
        "times": ["10:00"],
        "start": "2026-11-20",
        "end": "2026-12-20",
    }
    return {"schedule__kind": "loop", "schedule__loop": made | changes}


def sms(**changes: Any) -> dict[str, Any]:
    given = {"on": True, "template_id": "1234", "app_id": "1400"}
    return {"sms": empty_draft()["sms"] | given | changes}


def numbers(*given: str, **changes: Any) -> dict[str, Any]:
    """Phone numbers as typed accounts, and a text to them."""
    account = {"text": "\n".join(given), "account_type": "1002", "push_type": "0"}
    return {"audience__account": account} | sms(**changes)


def book(*signs: SmsSignature, **changes: Any) -> dict[str, Any]:
    """A context whose book has one SMS app, one template (changed) and the signatures."""
    shelf: dict[str, Any] = {"site": "china", "region": "ap-guangzhou"}
    given = {"template_id": "1234", "content": "Won {1}.", "international": 0, "status": 0}
    template = SmsTemplate(**shelf | given | changes)
    app_ = SmsApp(**shelf, sms_app_id="1400", balance=3)
    return {"sms": SmsFacts((template,), signs or (sign(),), (app_,))}


def sign(**changes: Any) -> SmsSignature:
    given = {"site": "china", "region": "ap-guangzhou", "name": "Acme", "status": 0}
    return SmsSignature(**given | {"international": False} | changes)


def row(outcome: str = "accept", code: str = "ok", *answers: str, **changes: Any) -> ListRow:
    """A checked list with this verdict."""
    values: dict[str, Any] = {
        "id": "list1",
        "kind": "account",
        "name": "a.txt",
        "account_type": 0,
        "path": Path("a.txt"),
        "sha256": "aa" * 32,
        "size_bytes": 90,
        "rows": 9,
        "accounts": 9,
        "duplicates": 0,
        "verdict": {"outcome": outcome, "code": code},
        "answers": answers,
        "created_at": NOW,
        "checked_at": NOW,
        "original": None,
    }
    return ListRow(**values | changes)


def listed(wrong: ListRow, right: ListRow | None = None, **changes: Any) -> Case:
    """A case that hangs on the verdict of a list."""
    given: dict[str, Any] = {
        "field": "audience.file.list_id",
        "kind": "file",
        "both": {"audience__file__list_id": "list1"},
        "wrong_context": {"chosen": wrong},
        "right_context": {"chosen": right or row()},
    }
    return Case(**given | changes)


def before(**changes: Any) -> tuple[Any, ...]:
    """The same push to typed accounts, twelve minutes ago."""
    examined = examine(draft("account"), context())
    given = {
        "fingerprint": examined.fingerprints["android"],
        "audience_kind": "account",
        "audience_digest": examined.audience.digest,
        "at": NOW - timedelta(minutes=12),
    }
    return (recent(**given | changes),)


def typed(count: int) -> str:
    return "\n".join(f"account{number}" for number in range(count))


def silent_push() -> dict[str, Any]:
    return {"message__kind": "message"}


PERSONAL = {"on": True, "title": "Hello", "content": "Dear customer", "subtitle": ""}
ALL_OFF = ["xg", "hw", "honor", "xm", "oppo", "vivo", "mz", "fcm"]

CASES: dict[str, Case] = {
    # Who
    "target.none": Case("audience.kind", {"audience__kind": None}, {"audience__kind": "all"}),
    "target.zero": Case(
        "audience.account.text",
        {"audience__account__text": " "},
        {"audience__account__text": "alice01"},
        kind="account",
    ),
    "target.list_max": Case(
        "audience.account.text",
        {"audience__account__text": typed(1001)},
        {"audience__account__text": typed(1000)},
        kind="account",
    ),
    "target.unknown_size": Case(
        "audience.tag.groups",
        wrong_context={"tags": {("xg_user_define", "vip"): None}},
        right_context={"tags": {("xg_user_define", "vip"): 48_210}},
        kind="tag",
    ),
    "target.platform": Case(
        "audience.device.platform",
        {"audience__device__platform": None},
        {"audience__device__platform": "android"},
        kind="device",
    ),
    "target.format": Case(
        "audience.device.text",
        {"audience__device__text": TOKEN[:-1]},
        {"audience__device__text": TOKEN},
        kind="device",
    ),
    "tag.new": Case(
        "audience.tag.groups",
        wrong_context={"tags": {("xg_auto_city", "vip"): None}},
        right_context={"tags": {("xg_user_define", "vip"): None}},
        kind="tag",
    ),
    "env.mismatch": Case(
        "audience.kind",
        wrong_context={"app": app(ios_environment="dev")},
        right_context={"app": app(ios_environment="product")},
    ),
    # A list
    "file.type": listed(row("refuse", "ext")),
    "file.size": listed(row("refuse", "size")),
    "file.name": listed(row("refuse", "name")),
    "file.zip_inside": listed(row("refuse", "folder")),
    "file.encoding": listed(row("fix", "encoding")),
    "file.columns": listed(row("fix", "columns")),
    "file.row_length": listed(row("fix", "length")),
    "file.blank": listed(row("fix", "blank")),
    "file.space": listed(row("fix", "space")),
    "file.header": listed(row("fix", "heading", "heading"), level="W"),
    "file.sci": listed(row("fix", "sci")),
    "file.account_type": listed(row("fix", "type", "type"), level="W"),
    "file.control": listed(row("fix", "control")),
    "file.unusable": listed(row("refuse", "no such code")),
    "file.changed": listed(row(gone=True)),
    "file.unchecked": listed(
        row(account_type=1002), row(account_type=0), field="audience.file.account_type"
    ),
    "file.original": listed(row(original_changed=True)),
    "file.dupes": listed(row(duplicates=213)),
    # What
    "text.empty": Case("message.title", {"message__title": " "}, {"message__title": "Sale"}),
    "text.size": Case(
        "message.content", {"message__content": "a" * 4096}, {"message__content": "a" * 3900}
    ),
    "text.len": Case(
        "message.content", {"message__content": "a" * 81}, {"message__content": "a" * 80}
    ),
    "text.cut.ios": Case(
        "message.content", {"message__content": "中" * 32}, {"message__content": "中" * 31}
    ),
    "text.testish": Case("message.title", {"message__title": "Test"}, {"message__title": "Tests"}),
    "text.code": Case(
        "message.content",
        {"message__content": "Dear {{name}}"},
        {"message__content": "Dear {name}"},
    ),
    "text.hidden": Case(
        "message.title", {"message__title": "Sa\u200ble"}, {"message__title": "Sale"}
    ),
    "text.date": Case(
        "message.content",
        {"message__content": "It starts Friday"},
        {"message__content": "It starts Thursday"},
    ),
    # Where a tap leads
    "link.scheme": Case(
        "message.tap.url",
        tap(kind="web", url="shop.example.com"),
        tap(kind="web", url="https://shop.example.com"),
    ),
    "link.page": Case("message.tap.page", tap(kind="page"), tap(kind="page", page="shop://orders")),
    "link.activity": Case(
        "message.tap.activity",
        tap(kind="activity"),
        tap(kind="activity", activity="com.shop.Order"),
    ),
    "link.flags": Case(
        "message.tap.intent_flags",
        tap(kind="activity", activity="A", intent_flags="new task"),
        tap(kind="activity", activity="A", intent_flags="0x10000000"),
    ),
    "link.dead": Case(
        "message.tap.url",
        both=tap(kind="web", url="https://shop.example.com/a"),
        wrong_context={"links": {"https://shop.example.com/a": 404}},
        right_context={"links": {"https://shop.example.com/a": 200}},
    ),
    "link.none": Case("message.tap.kind", tap(), tap(kind="page", page="shop://orders")),
    "picture.scheme": Case(
        "message.picture",
        {"message__picture": "http://shop.example.com/a.png"},
        {"message__picture": "https://shop.example.com/a.png"},
    ),
    "icon.url": Case(
        "message.android.icon_res",
        {"message__android__icon_res": "shop.example.com/a.png"},
        {"message__android__icon_res": "https://shop.example.com/a.png"},
        both={"message__android__icon_type": "1"},
    ),
    # What it carries besides
    "custom.empty_key": Case(
        "message.custom", {"message__custom": [["", "1"]]}, {"message__custom": [["a", "1"]]}
    ),
    "custom.repeated_key": Case(
        "message.custom",
        {"message__custom": [["a", "1"], ["a", "2"]]},
        {"message__custom": [["a", "1"], ["b", "2"]]},
    ),
    "custom.value": Case(
        "message.custom",
        {"message__custom": [["a", "{", "json"]]},
        {"message__custom": [["a", "{}", "json"]]},
    ),
    "custom.replace": Case(
        "message.custom",
        right={"schedule__channels_off": ["hw"]},
        both={"message__custom": [["a", "1"]], "schedule__replaces__android": "4711"},
    ),
    "personal.defaults": Case(
        "message.personal.title",
        {"message__personal": PERSONAL | {"title": ""}},
        {"message__personal": PERSONAL},
        both={"message__content": "Dear {{name}}"},
    ),
    "personal.many": Case(
        "message.content",
        {"message__content": "{{a}}{{b}}{{c}}{{d}}{{e}}{{f}}"},
        {"message__content": "{{a}}{{b}}{{c}}{{d}}{{e}}{{a}}"},
        both={"message__personal": PERSONAL},
    ),
    "personal.unused": Case(
        "message.personal.on",
        {"message__content": "Dear name"},
        {"message__content": "Dear {{name}}"},
        both={"message__personal": PERSONAL},
    ),
    "accept.times": Case(
        "message.accept",
        {"message__accept": [{"start": "09:00", "end": "09:00"}]},
        {"message__accept": [{"start": "09:00", "end": "09:01"}]},
    ),
    "silent.empty": Case(
        "message.custom", right={"message__custom": [["a", "1"]]}, both=silent_push()
    ),
    "silent.limit": Case("message.kind", silent_push(), {"message__kind": "notify"}),
    "group.name": Case(
        "message.group.id",
        {"message__group": {"id": "", "summary": "3 orders"}},
        {"message__group": {"id": "orders", "summary": "3 orders"}},
    ),
    "sound.channel": Case(
        "message.android.n_ch_id",
        right={"message__android__n_ch_id": "orders"},
        both={"message__android__ring_raw": "ding"},
    ),
    "sound.file": Case(
        "message.android.ring_raw",
        {"message__android__ring_raw": "ding.mp3"},
        {"message__android__ring_raw": "ding"},
        both={"message__android__n_ch_id": "orders"},
    ),
    "vivo.category": Case(
        "message.android.vivo_category",
        {"message__android__vivo_category": "im"},
        {"message__android__vivo_category": "IM"},
    ),
    "icon.colour": Case(
        "message.android.icon_color",
        {"message__android__icon_color": "red"},
        {"message__android__icon_color": "#ff0000"},
    ),
    "badge.bounds": Case(
        "message.android.badge_type",
        {"message__android__badge_type": "100"},
        {"message__android__badge_type": "99"},
    ),
    # When
    "time.target": Case(
        "schedule.kind",
        at(NOW + timedelta(hours=1)),
        {"schedule__kind": "now"},
        kind="account",
    ),
    "time.past": Case(
        "schedule.at", at(NOW + timedelta(minutes=5)), at(NOW + timedelta(minutes=6))
    ),
    "time.far": Case(
        "schedule.at", at(NOW + timedelta(days=90, minutes=1)), at(NOW + timedelta(days=90))
    ),
    "time.loop_dates": Case("schedule.loop.end", loop(end=""), loop()),
    "time.loop_days": Case("schedule.loop.days", loop(days=[]), loop(days=["1"])),
    "time.loop_times": Case("schedule.loop.times", loop(times=[]), loop(times=["10:00"])),
    "time.loop_never": Case(
        "schedule.loop.days", loop(every="3", days=["21"], end="2026-11-20"), loop()
    ),
    "time.night": Case("schedule.kind", wrong_context={"now": NIGHT}, right_context={"now": NOW}),
    "time.clock": Case(
        "schedule.kind", wrong_context={"clock_skew_s": 61}, right_context={"clock_skew_s": 60}
    ),
    "time.clock_off": Case(
        "schedule.kind", wrong_context={"clock_skew_s": 301}, right_context={"clock_skew_s": 300}
    ),
    "time.speed": Case("schedule.speed", {"schedule__speed": "999"}, {"schedule__speed": "1000"}),
    "time.expire": Case(
        "schedule.expire_s", {"schedule__expire_s": "259201"}, {"schedule__expire_s": "259200"}
    ),
    "time.expire_raised": Case(
        "schedule.expire_s", {"schedule__expire_s": "799"}, {"schedule__expire_s": "800"}
    ),
    "time.expire_online": Case(
        "schedule.expire_s", {"schedule__expire_s": "0"}, {"schedule__expire_s": "1"}
    ),
    "channels.none": Case(
        "schedule.channels_off",
        {"schedule__channels_off": ALL_OFF},
        {"schedule__channels_off": ALL_OFF[1:]},
    ),
    "replace.id": Case(
        "schedule.replaces.android",
        {"schedule__replaces__android": "0"},
        {"schedule__replaces__android": "1"},
    ),
    "replace.partly": Case(
        "schedule.replaces",
        {"schedule__replaces__ios": ""},
        {"schedule__replaces__ios": "4712"},
        both={"schedule__replaces__android": "4711"},
    ),
    "replace.oppo_vivo": Case("schedule.replaces", {"schedule__replaces__android": "4711"}),
    # Text messages
    "sms.delay": Case("sms.delay_s", sms(delay_s="299"), sms(delay_s="300")),
    "sms.expiry": Case(
        "sms.delay_s", sms(delay_s="3601"), sms(), both={"schedule__expire_s": "3600"}
    ),
    "sms.template": Case("sms.template_id", sms(template_id=""), sms()),
    "sms.params": Case("sms.params", sms(params=["a", ""]), sms(params=["a", "b"])),
    "sms.blanks": Case(
        "sms.params", sms(params=["a", "b"]), sms(params=["a"]), both_context=book()
    ),
    "sms.approved": Case(
        "sms.template_id", both=sms(), wrong_context=book(status=1), right_context=book()
    ),
    "sms.typed": Case(
        "sms.template_id", both=sms(), wrong_context=book(status=None), right_context=book()
    ),
    "sms.side": Case(
        "sms.sign_name",
        both=sms(sign_name="Acme", params=["a"]),
        wrong_context=book(sign(international=True)),
        right_context=book(),
    ),
    "sms.url": Case("sms.params", sms(params=["https://a.cn"]), sms(params=["a"])),
    "sms.code": Case(
        "sms.params",
        sms(params=["1234567"]),
        sms(params=["123456"]),
        both_context=book(kind="code"),
    ),
    "sms.signature": Case(
        "sms.sign_name", sms(params=["a"]), sms(sign_name="Acme"), both_context=book()
    ),
    "sms.length": Case(
        "sms.template_id",
        both=sms(sign_name="Acme", params=["a" * 491]),
        wrong_context=book(content="Won {1}.."),
        right_context=book(content="{1}."),
    ),
    "sms.hours": Case(
        "sms.delay_s",
        sms(delay_s="3600") | at(NIGHT),
        sms(delay_s="3600") | at(NOW + timedelta(days=1)),
        level="E",
        both_context=book(kind="marketing"),
    ),
    "sms.balance": Case(
        "sms.app_id",
        sms(sign_name="Acme", params=["a" * 70]),
        sms(sign_name="Acme", params=["a"]),
        both_context=book(),
        kind="account",
    ),
    "sms.changed": Case(
        "sms.template_id",
        sms(template_text="Lost {1}.", params=["a"]),
        sms(template_text="Won {1}.", params=["a"]),
        both_context=book(),
    ),
    "sms.value": Case("sms.params", sms(params=["b", "a" * 13]), sms(params=["b", "a" * 12])),
    "sms.opt_out": Case(
        "sms.template_id",
        both=sms(params=["a"]),
        wrong_context=book(kind="marketing"),
        right_context=book(kind="marketing", content="Won {1}. Reply STOP to opt out"),
    ),
    "sms.variables": Case(
        "sms.template_id",
        both=sms(params=["a"]),
        wrong_context=book(site="international", kind="notice"),
        right_context=book(site="international", kind="code"),
    ),
    "sms.malaysia": Case(
        "sms.template_id",
        numbers("+60123456789", params=["a" * 149]),
        numbers("+60123456789", params=["a" * 148]),
        both_context=book(international=1),
        kind="account",
    ),
    "sms.cost": Case("sms.on", sms(), sms(on=False)),
    "sms.limits": Case("sms.on", sms(), sms(on=False)),
    # Plan, and what was sent before
    "plan.none": Case("plan", {"plan": None}, {"plan": "plan1"}, both_context={"plan": plan()}),
    "plan.platform": Case(
        "plan",
        both={"plan": "plan1"},
        wrong_context={"plan": plan(ios_plan_id=None)},
        right_context={"plan": plan()},
    ),
    "dup.unknown": Case(
        "message.title",
        kind="account",
        wrong_context={"recent": before(state="unknown")},
        right_context={"recent": before(state="rejected")},
    ),
    "dup.recent": Case(
        "message.title",
        kind="account",
        wrong_context={"recent": before()},
        right_context={"recent": before(at=NOW - timedelta(hours=24))},
    ),
    "dup.again": Case(
        "message.title",
        kind="account",
        wrong_context={"recent": before(state="not_found", settled_by="person")},
        right_context={"recent": before(state="not_found", settled_by="answer")},
    ),
    "dup.similar": Case(
        "message.title",
        kind="account",
        wrong_context={
            "recent": before(fingerprint="other", at=NOW - timedelta(minutes=4)),
        },
        right_context={
            "recent": before(fingerprint="other", at=NOW - timedelta(minutes=10)),
        },
    ),
    "dup.everyone_hour": Case(
        "message.title",
        wrong_context={"recent": (recent(at=NOW - timedelta(minutes=59)),)},
        right_context={"recent": (recent(at=NOW - timedelta(minutes=60)),)},
    ),
    "test.none": Case(
        "message.title",
        wrong_context={"app": app()},
        right_context={"app": app(kind="practice")},
    ),
}
"""Id of a check → its case."""

ALSO: tuple[tuple[str, Case], ...] = (
    ("target.none", Case("audience.file.list_id", kind="file")),
    ("target.zero", Case("audience.tag.groups", {"audience__tag__groups": [[]]}, kind="tag")),
    ("target.unknown_size", Case("audience.tag.groups", kind="tag")),
    ("file.header", listed(row("fix", "heading"))),
    ("text.len", Case("message.title", {"message__title": "a" * 33})),
    ("text.hidden", Case("message.subtitle", {"message__subtitle": "a\u202eb"})),
    (
        "text.code",
        Case("message.content", {"message__content": "Dear {{name", "message__personal": PERSONAL}),
    ),
    (
        "text.code",
        Case(
            "message.personal.content",
            {"message__personal": PERSONAL | {"content": "Dear {{name}}"}},
            {"message__personal": PERSONAL},
            both={"message__content": "Dear {{name}}"},
        ),
    ),
    ("link.scheme", Case("message.tap.url", tap(kind="web", url="ftp://a.example.com"))),
    ("link.dead", Case("message.tap.url", tap(kind="web", url="http://192.168.1.7/a"))),
    ("link.dead", Case("message.tap.url", tap(kind="web", url="https://test.example.com"))),
    ("link.dead", Case("message.picture", {"message__picture": "https://localhost/a.png"})),
    (
        "link.dead",
        Case(
            "message.tap.url",
            tap(kind="web", url="https://shop.example.com"),
            wrong_context={"links": {"https://shop.example.com": "no_answer"}},
        ),
    ),
    *(
        (
            "link.dead",
            Case(
                "message.tap.url",
                tap(kind="web", url="https://shop.example.com"),
                wrong_context={"links": {"https://shop.example.com": reason}},
            ),
        )
        for reason in ("inside", "certificate", "redirects")
    ),
    (
        "link.dead",
        Case(
            "message.tap.url",
            tap(kind="web", url="https://shop.example.com"),
            wrong_context={"links": {"https://shop.example.com": 500}},
        ),
    ),
    ("icon.url", Case("message.android.icon_res", {"message__android__icon_type": "1"})),
    ("badge.bounds", Case("message.ios.badge_type", {"message__ios__badge_type": "-3"})),
    ("time.target", Case("schedule.kind", loop(), kind="account")),
    ("time.past", Case("schedule.loop.start", loop(start="2026-11-18"))),
    ("time.past", Case("schedule.loop.end", loop(start="2026-11-17", end="2026-11-18"))),
    (
        "time.past",
        Case("schedule.loop.times", loop(every="1", start="2026-11-19", end="2026-11-19")),
    ),
    (
        "time.past",  # the one run that is left is four minutes ahead
        Case(
            "schedule.loop.end",
            loop(every="1", start="2026-11-19", end="2026-11-19", times=[SOON]),
        ),
    ),
    ("time.far", Case("schedule.loop.end", loop(end="2027-03-01"))),
    ("time.loop_dates", Case("schedule.loop.end", loop(start="2026-11-25", end="2026-11-24"))),
    ("time.loop_times", Case("schedule.loop.times", loop(times=["9"]))),
    ("time.loop_times", Case("schedule.loop.times", loop(times=["10:00", "10:00"]))),
    ("time.night", Case("schedule.kind", at(NIGHT))),
    ("time.night", Case("schedule.kind", loop(times=["10:00", "23:00", "05:30"]))),
    ("time.night", Case("schedule.kind", kind="account", wrong_context={"now": NIGHT})),
    ("time.speed", Case("schedule.speed", {"schedule__speed": "50001"})),
    ("time.speed", Case("schedule.speed", {"schedule__speed": "fast"})),
    ("channels.none", Case("schedule.channels_off", {"schedule__channels_off": ["xg", "apns"]})),
    ("replace.partly", Case("schedule.replaces", {"schedule__replaces__ios": "4712"})),
    (
        "replace.oppo_vivo",
        Case(
            "schedule.replaces",
            {"schedule__replaces__android": "4711", "schedule__force_replace": True},
        ),
    ),
    ("sms.expiry", Case("sms.delay_s", sms(delay_s="300000"))),
    ("sms.expiry", Case("sms.delay_s", sms() | {"schedule__expire_s": "0"})),
    ("sms.cost", Case("sms.on", sms(), kind="account")),
    ("sms.blanks", Case("sms.template_id", sms(), both_context=book(content="a {2}"))),
    ("sms.blanks", Case("sms.template_id", sms(params=["a"]), both_context=book(content="{1}"))),
    (
        "sms.approved",
        Case("sms.sign_name", sms(sign_name="Acme"), both_context=book(sign(status=-1))),
    ),
    ("sms.typed", Case("sms.sign_name", sms(sign_name="Other"), both_context=book())),
    ("sms.signature", Case("sms.sign_name", sms(sign_name="[Acme]"))),
    ("sms.signature", Case("sms.sign_name", sms(sign_name="A"), level="W")),
    ("sms.hours", Case("sms.delay_s", sms() | at(NIGHT))),
    ("sms.cost", Case("sms.on", sms(), kind="device")),
    (
        "sms.variables",
        Case(
            "sms.template_id",
            sms(params=["a"]),
            both_context=book(site="international"),
            level="W",
        ),
    ),
    (
        "sms.side",
        Case(
            "sms.template_id",
            numbers("+8613711112222", "+85291234567", params=["a"]),
            both_context=book(),
            kind="account",
            level="W",
        ),
    ),
    (
        "sms.length",
        Case(
            "sms.template_id",
            sms(sign_name="Acme", params=["a" * 1990]),
            both_context=book(),
            level="E",
        ),
    ),
    (
        "sms.hours",
        Case(
            "sms.delay_s",
            sms(delay_s="3600") | loop(times=["10:00", "21:30"]) | {"schedule__kind": "loop"},
            level="E",
            both_context=book(kind="marketing"),
        ),
    ),
    ("sms.template", Case("sms.app_id", sms(app_id=" "))),
    (
        "dup.recent",
        Case("message.title", kind="account", wrong_context={"recent": before(state="held")}),
    ),
)
"""More ways in which a check speaks: another field, another sentence."""
