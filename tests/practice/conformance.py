"""The service's calls as data: fields, what the documents say of each, and values with their codes.

``CONFORMANCE.md`` is written from this table and ``test_conformance_fields`` asks every value of
it; ``python -m tests.practice.conformance`` writes the page anew. Numbers in brackets are sections
of the TPNS REST fact sheet.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

from tpns_desktop.practice.rules import Platform

from .conftest import TOKENS, notify

PAGE: Final = Path(__file__).with_name("CONFORMANCE.md")
A, B = TOKENS
OUT: Final = object()
"""The field is left out."""

Body = dict[str, Any]
Cases = tuple[tuple[Any, int], ...]


@dataclass(frozen=True)
class Field:
    """A field of a request."""

    name: str
    """Dotted; numbers are places in a list."""
    says: str
    """What the documents say of it."""
    cases: Cases
    """Values, each with its code."""
    base: str = ""
    """Which of the call's bodies is changed; the first when empty."""


@dataclass(frozen=True)
class Call:
    """A call: bodies that are right, and its fields."""

    path: str
    section: str
    family: Literal["snake", "camel"]
    bases: dict[str, Body]
    """``"RUNNING"``, ``"TAGGED"`` and ``"WAITING"`` stand for pushes in these states. A body whose
    name begins with ``ios`` is sent by the iOS application."""
    fields: tuple[Field, ...]

    def platform(self, base: str) -> Platform:
        """Whose application asks."""
        return "ios" if base.startswith("ios") else "android"


def with_field(body: Body, name: str, value: Any) -> Body:
    """A copy of ``body`` with one field changed or left out."""

    def changed(there: Any, keys: list[str]) -> Any:
        key, *rest = keys
        if isinstance(there, list):
            copy = list(there)
            copy[int(key)] = changed(there[int(key)], rest) if rest else value
            return copy
        result = dict(there or {})
        if rest:
            result[key] = changed(result.get(key), rest)
        elif value is OUT:
            result.pop(key, None)
        else:
            result[key] = value
        return result

    copy: Body = changed(body, name.split("."))
    return copy


def needed(*more: tuple[Any, int]) -> Cases:
    """A field that must be there."""
    return ((OUT, 1008002), (None, 1008002), *more)


def between(low: int, high: int) -> Cases:
    """A number of a range, none and zero being unset."""
    beyond = ((low - 1, 1008007),) if low > 1 or low < 0 else ()
    return ((low, 0), (high, 0), (high + 1, 1008007), *beyond, ("x", 1008007), (None, 0))


TEXT: Final[Cases] = (("a", 0), ("", 0), (None, 0), (7, 1008007), ({}, 0), ({"a": 1}, 1008007))
FLAG: Final[Cases] = ((True, 0), (False, 0), (0, 0), (None, 0), ("yes", 1008007), ([1], 1008007))
BIT: Final[Cases] = ((0, 0), (1, 0), (2, 1008007), (-1, 1008007), ("1", 0), (None, 0))
ANYTHING: Final[Cases] = (("a", 0), (7, 0), ([1], 0), (None, 0))
PUSH_ID: Final[Cases] = needed(("", 1008002), ("427", 1008015), ([], 1008002), ({"a": 1}, 1008007))

ITEM: Final[Body] = {
    "tags": ["vip", "music"],
    "tags_operator": "OR",
    "items_operator": "OR",
    "is_not": False,
    "tag_type": "xg_user_define",
}
RULES: Final = [{"tag_items": [ITEM], "operator": "OR", "is_not": False}]
LOOP: Final[Body] = {
    "startDate": "2026-01-16",
    "endDate": "2026-01-25",
    "loopType": 1,
    "loopDayIndexs": [0],
    "dayTimes": ["12:00:00"],
}
SMS: Final[Body] = {
    "delay_trigger_time": 300,
    "trigger_condition": 1,
    "sms_template_id": "2103",
    "sms_app_id": "1400006666",
}
IOS: Final[Body] = {"title": "a", "content": "b", "ios": {"aps": {"alert": {}}}}
SILENT: Final[Body] = {"ios": {"aps": {"content-available": 1}}}


def closed(*channels: str) -> list[Body]:
    """Rules that close these channels."""
    return [{"channel": channel, "disable": True} for channel in channels]


ANDROID_NUMBERS: Final = {
    "n_importance": (1, 4),
    "hw_biz_type": (0, 1),
    "hw_importance": (0, 2),
    "n_id": (-1, 2**31 - 1),
    "builder_id": (0, 2**31 - 1),
    "badge_type": (-2, 99),
    "ring": (0, 1),
    "vibrate": (0, 1),
    "lights": (0, 1),
    "clearable": (0, 1),
    "icon_type": (0, 1),
    "style_id": (0, 1),
    "icon_color": (0, 0xFFFFFF),
    "show_type": (1, 2),
}
ANDROID_TEXTS: Final = (
    "n_ch_id",
    "n_ch_name",
    "n_category",
    "xm_ch_id",
    "fcm_ch_id",
    "hw_ch_id",
    "hw_category",
    "oppo_ch_id",
    "vivo_category",
    "vivo_ch_id",
    "ring_raw",
    "icon_res",
    "small_icon",
    "custom_content",
)

PUSH: Final = Call(
    "/v3/push/app",
    "5",
    "snake",
    {
        "token_list": notify("token_list", token_list=[A]),
        "all": notify(),
        "tag": notify("tag", tag_rules=RULES),
        "old tags": notify("tag", tag_list={"tags": ["vip"], "op": "OR"}),
        "token": notify("token", token_list=[A]),
        "account": notify("account", account_list=["account1"]),
        "account_list": notify("account_list", account_list=["account1"]),
        "accounts' package": notify("package_account_push", upload_id=11231),
        "tokens' package": notify("package_token_push", upload_id=11232),
        "loop": notify(loop_param=LOOP),
        "sms": notify("token", token_list=[A], resend_by_sms=True, sms_info=SMS),
        "ios": notify(environment="product", message=IOS),
        "ios silent": notify(environment="dev", message_type="message", message=SILENT),
    },
    (
        Field(
            "audience_type",
            "required; one of eight (5.1, 5.2)",
            needed(("nobody", 1008007), (7, 1008007), ("all", 0)),
        ),
        Field(
            "message_type",
            "required; `notify`, `message` (5.1)",
            needed(("mail", 1008007), ("message", 0)),
        ),
        Field(
            "message",
            "required; 4 KB of compact JSON (5.1, 5.10)",
            needed(
                ("a", 1008007),
                ({"title": "a", "content": "x" * 4070}, 0),
                ({"title": "a", "content": "x" * 4071}, 1008007),
                ({"title": "a", "content": "好" * 1356}, 0),
                ({"title": "a", "content": "好" * 1357}, 1008007),
            ),
        ),
        Field(
            "environment",
            "iOS: required; `product`, `dev` (5.1)",
            needed(("dev", 0), ("prod", 1008007)),
            "ios",
        ),
        Field("environment", "Android: nothing depends on it", ANYTHING),
        Field(
            "token_list",
            "at most 1,000; unknown ones fail (5.2)",
            needed(
                ([], 1008007),
                ([A, B], 0),
                ([A] * 1000, 0),
                ([A] * 1001, 1008007),
                (["x" * 36], 1008029),
                (["x" * 37], 1008029),
                ([7], 1008007),
                ("a", 1008007),
            ),
        ),
        Field(
            "token_list",
            "for `token`, the first counts (5.2)",
            needed(([], 1008007), ([A, "x"], 0), (["x", A], 1008029)),
            "token",
        ),
        Field(
            "account_list",
            "at most 1,000; bound nowhere: no such target (5.2)",
            needed(
                ([], 1008007),
                (["account1"] * 1000, 0),
                (["account1"] * 1001, 1008007),
                (["nobody"], 10010005),
                ([7], 1008007),
            ),
            "account_list",
        ),
        Field(
            "account_list",
            "for `account`, the first counts (5.2)",
            needed(([], 1008007), (["account1", "x"], 0), (["x", "account1"], 10010005)),
            "account",
        ),
        Field(
            "account_type",
            "one of the table; number or text (5.1, 14)",
            ((0, 0), ("0", 0), (None, 0), (988, 1008007), ("x", 1008007), (2, 10010005)),
            "account",
        ),
        Field("account_push_type", "0, 1 (5.1)", BIT, "account"),
        Field(
            "upload_id",
            "needed for packages; unknown: no such target (6)",
            needed((0, 1008002), (-1, 1008007), ("x", 1008007), (7, 10010005), ("11231", 0)),
            "accounts' package",
        ),
        Field(
            "upload_id",
            "of tokens: every line has 36 characters (6)",
            needed((11232, 0), (11231, 1008011)),
            "tokens' package",
        ),
        Field("upload_id", "elsewhere without effect; 0 is unset (16, 19)", ((0, 0), (7, 0))),
        Field(
            "tag_rules",
            "needed for tags (5.7)",
            needed(([], 1008002), ("a", 1008007), ([7], 1008007)),
            "tag",
        ),
        Field(
            "tag_rules.0.tag_items",
            "not empty (5.7)",
            needed(([], 1008002), ("a", 1008007), ([7], 1008007)),
            "tag",
        ),
        Field(
            "tag_rules.0.operator",
            "`AND`, `OR`, upper case; clients leave it out (5.7, 19)",
            ((OUT, 0), ("AND", 0), ("and", 1008007), ("XOR", 1008007)),
            "tag",
        ),
        Field("tag_rules.0.is_not", "clients leave it out (5.7, 19)", ((OUT, 0), *FLAG), "tag"),
        Field(
            "tag_rules.0.tag_items.0.tags",
            "not empty (5.7)",
            needed(([], 1008002), ([7], 1008007), (["nobody has this"], 0)),
            "tag",
        ),
        Field(
            "tag_rules.0.tag_items.0.tags_operator",
            "required; `AND`, `OR` (5.7)",
            needed(("AND", 0), ("or", 1008007)),
            "tag",
        ),
        Field(
            "tag_rules.0.tag_items.0.items_operator",
            "the first one's value is ignored (5.7)",
            ((OUT, 0), ("AND", 0), ("or", 1008007)),
            "tag",
        ),
        Field(
            "tag_rules.0.tag_items.0.tag_type",
            "one of eleven (5.7)",
            needed(("xg_auto_city", 0), ("xg_auto_verison", 1008007)),
            "tag",
        ),
        Field("tag_rules.0.tag_items.0.is_not", "(5.7)", FLAG, "tag"),
        Field(
            "tag_list.tags",
            "at most 512 characters (5.2)",
            needed(([], 1008002), (["x" * 512], 0), (["x" * 513], 1008007)),
            "old tags",
        ),
        Field(
            "tag_list.op",
            "`AND`, `OR` (5.1)",
            needed(("AND", 0), ("or", 1008007)),
            "old tags",
        ),
        Field("ignore_invalid_token", "0, 1 (5.1)", BIT),
        Field(
            "expire_time",
            "at most 259200; 0: online devices only (5.6)",
            ((0, 0), (1, 0), (259_200, 0), (259_201, 1008007), (-1, 1008007), (None, 0), ("", 0)),
        ),
        Field(
            "send_time",
            "`yyyy-MM-DD HH:MM:SS`, at most 90 days ahead (5.6)",
            (
                ("", 0),
                ("2026-01-15 12:00:00", 0),
                ("2026-01-15 09:51:00", 0),
                ("2026-01-15 09:49:00", 10010012),
                ("2026-04-15 10:00:00", 0),
                ("2026-04-15 10:00:06", 10010012),
                ("2026-01-15T12:00:00", 1008007),
                ("2026-13-15 12:00:00", 1008007),
                (7, 1008007),
            ),
            "all",
        ),
        Field("send_time", "elsewhere without effect (19)", (("2020-01-01 00:00:00", 0), ("x", 0))),
        Field(
            "loop_param.startDate",
            "within 90 days (5.8)",
            needed(("2026-01-14", 1008007), ("20260116", 1008007), ("2026-05-01", 1008007)),
            "loop",
        ),
        Field(
            "loop_param.endDate",
            "within 90 days, not before the start (5.8)",
            needed(("2026-01-15", 1008007), ("2026-04-15", 0), ("2026-04-16", 1008007)),
            "loop",
        ),
        Field(
            "loop_param.loopType",
            "1, 2, 3 (5.8)",
            needed((0, 1008002), (2, 0), (4, 1008007)),
            "loop",
        ),
        Field(
            "loop_param.loopDayIndexs",
            "daily `[0]` (5.8)",
            needed(([], 1008002), ([1], 1008007), (["x"], 1008007)),
            "loop",
        ),
        Field(
            "loop_param.dayTimes",
            "`HH:MM:SS` (5.8)",
            needed(
                ([], 1008002), (["24:00:00"], 1008007), (["9:00"], 1008007), (["09:00:00"] * 2, 0)
            ),
            "loop",
        ),
        Field(
            "loop_param", "elsewhere refused (5.1)", ((LOOP, 1008007), ({}, 0), (None, 0)), "token"
        ),
        Field(
            "push_speed",
            "1000 to 50000; 0 is unset (5.1, 19)",
            ((0, 0), (999, 1008007), (1000, 0), (50_000, 0), (50_001, 1008007), ("x", 1008007)),
            "all",
        ),
        Field("push_speed", "elsewhere without effect (19)", ((1, 0), ("x", 0))),
        Field("multi_pkg", "(5.1)", FLAG),
        Field(
            "plan_id",
            "a plan's, text or number (7)",
            (("48", 0), (48, 0), ("", 0), ("999", 1008007), ([1], 1008007)),
        ),
        Field("group_id", "retired (5.1)", ANYTHING),
        Field(
            "collapse_id",
            "only ids that were given out; 0 is unset (5.6, 16)",
            ((0, 0), (1000123, 0), (7, 1008007), (-1, 1008007), ("x", 1008007)),
            "all",
        ),
        Field("force_collapse", "(5.1)", ((True, 0), (False, 0))),
        Field(
            "channel_rules",
            "one of nine channels, both keys; not all closed (5.6)",
            (
                ([], 0),
                (closed("xg"), 0),
                (closed("fcm", "apns"), 0),
                (closed("post"), 1008007),
                ([{"disable": True}], 1008002),
                ([{"channel": "xg"}], 0),
                ([7], 1008007),
                (closed("xg", "hw", "xm", "mz", "vivo", "oppo", "honor", "fcm"), 1008007),
            ),
        ),
        Field("tpns_online_push_type", "0, 1 (5.1)", BIT),
        Field(
            "resend_by_sms", "with `sms_info` (5.6)", ((True, 1008002), (False, 0), ("x", 1008007))
        ),
        Field(
            "sms_info", "with `resend_by_sms` (5.6)", needed(({}, 1008002), ("x", 1008007)), "sms"
        ),
        Field(
            "sms_info.delay_trigger_time",
            "at least 300 s (5.6)",
            needed((299, 1008007), (300, 0), (0, 1008007)),
            "sms",
        ),
        Field(
            "sms_info.trigger_condition",
            "0, 1, 2 (5.6)",
            needed((0, 0), (2, 0), (3, 1008007)),
            "sms",
        ),
        Field(
            "sms_info.sms_template_id", "required (5.6)", needed(("", 1008002), (2103, 0)), "sms"
        ),
        Field("sms_info.sms_app_id", "required (5.6)", needed(("", 1008002)), "sms"),
        Field("sms_info.sms_sign_name", "(5.6)", TEXT, "sms"),
        Field(
            "sms_info.sms_template_params",
            "texts, in order (5.6)",
            ((["1"], 0), ([], 0), ([1], 1008007), ("1", 1008007)),
            "sms",
        ),
        Field("supply_inapp_msg", "(5.1)", ((True, 0), (False, 0))),
        Field(
            "ntf_wt_attrs",
            "needs default texts (5.6)",
            ((False, 0), (True, 1008002), ("x", 1008007)),
        ),
        Field("seq", "echoed (5.9)", ((0, 0), (7, 0), ("x", 0), (None, 0))),
        Field("platform", "accepted, ignored (5.1)", ANYTHING),
        Field("trace_id", "accepted, ignored (5.1)", ANYTHING),
        Field("unheard_of", "unknown fields are tolerated (4)", ANYTHING),
        Field("message.title", "required (5.4)", needed(("", 0), (7, 1008007), ("x" * 2000, 0))),
        Field("message.content", "required (5.4)", needed(("", 0), (7, 1008007), ("x" * 2000, 0))),
        Field("message.unheard_of", "unknown keys are accepted (19)", ANYTHING),
        Field(
            "message.accept_time",
            "hour 0 to 23, minute 0 to 59, as texts (5.4)",
            (
                ([], 0),
                ([{"start": {"hour": "09", "min": "00"}, "end": {"hour": "23", "min": "59"}}], 0),
                (
                    [{"start": {"hour": "24", "min": "0"}, "end": {"hour": "1", "min": "0"}}],
                    1008007,
                ),
                (
                    [{"start": {"hour": "1", "min": "60"}, "end": {"hour": "2", "min": "0"}}],
                    1008007,
                ),
                ([{"start": {"hour": "1", "min": "0"}}], 1008007),
                ([7], 1008007),
            ),
        ),
        *(
            Field(f"message.android.{name}", f"{low} to {high} (5.4)", between(low, high))
            for name, (low, high) in ANDROID_NUMBERS.items()
        ),
        *(Field(f"message.android.{name}", "text (5.4)", TEXT) for name in ANDROID_TEXTS),
        Field(
            "message.android.urgency",
            "`HIGH`, `NORMAL` (5.4)",
            (("HIGH", 0), ("NORMAL", 0), ("", 0), ("high", 1008007)),
        ),
        Field(
            "message.android.action.action_type",
            "1, 2, 3, each with its fields (5.4)",
            ((None, 0), (1, 0), (2, 1008002), (3, 1008002), (4, 1008007)),
        ),
        Field(
            "message.android.action",
            "2: an http or https address; 3: an intent (5.4)",
            (
                ({"action_type": 2, "browser": {"url": "https://a.example", "confirm": 1}}, 0),
                ({"action_type": 2, "browser": {"url": "ftp://a.example"}}, 1008007),
                ({"action_type": 2, "browser": {"confirm": 1}}, 1008002),
                ({"action_type": 2, "browser": {"url": "http://a", "confirm": 2}}, 1008007),
                ({"action_type": 3, "intent": "xgscheme://com.tpns.push/notify_detail"}, 0),
                ({"action_type": 3, "intent": ""}, 1008002),
                ("x", 1008007),
            ),
        ),
        Field("message.ios", "required (5.5)", needed(({}, 1008002), ("x", 1008007)), "ios"),
        Field("message.ios.aps", "required (5.5)", needed(({}, 0), ("x", 1008007)), "ios"),
        Field(
            "message.ios.aps.alert",
            "object, text from SDKs (5.5, 16)",
            (({}, 0), ({"subtitle": "s"}, 0), ("a", 0), ([1], 1008007), (OUT, 0)),
            "ios",
        ),
        Field(
            "message.ios.aps.badge_type",
            "-2 and more (5.5)",
            ((-2, 0), (-1, 0), (0, 0), (5, 0), (-3, 1008007), ("x", 1008007)),
            "ios",
        ),
        Field("message.ios.aps.category", "text (5.5)", TEXT, "ios"),
        Field("message.ios.aps.mutable-content", "0, 1 (5.5)", BIT, "ios"),
        Field("message.ios.aps.sound", "text (5.5)", TEXT, "ios"),
        Field(
            "message.ios.aps.interruption-level",
            "one of four (5.5)",
            (("passive", 0), ("time-sensitive", 0), ("critical", 0), ("loud", 1008007), ("", 0)),
            "ios",
        ),
        Field(
            "message.ios.aps.content-available",
            "forbidden in a notification (5.3)",
            ((0, 0), (1, 1008007)),
            "ios",
        ),
        Field(
            "message.ios.aps.content-available",
            "1 in a silent message (5.3)",
            needed((0, 1008002), (1, 0)),
            "ios silent",
        ),
        *(
            Field(
                f"message.ios.aps.{name}",
                "forbidden in a silent message (5.3)",
                ((value, 1008007), (None, 0)),
                "ios silent",
            )
            for name, value in (("alert", {"body": "b"}), ("sound", "default"), ("badge_type", 1))
        ),
        Field("message.ios.custom_content", "text that holds JSON (5.5)", TEXT, "ios"),
        Field("message.ios.custom", "as SDKs spell it (16)", TEXT, "ios"),
    ),
)

DATES: Final = (
    Field(
        "startDate",
        "required; `YYYYMMDD` (12)",
        needed(("2026-01-10", 1008016), ("20260132", 1008016), (7, 1008007)),
    ),
    Field(
        "endDate", "required; not before the start", needed(("20260109", 1008016), ("x", 1008016))
    ),
)
PERIOD: Final[Body] = {"startDate": "20260110", "endDate": "20260115"}


def dated(path: str, section: str, said: str, first: str, before: str, **more: Any) -> Call:
    """A call about a period that may begin on ``first`` and not on ``before``."""
    fields: tuple[Field, ...] = more.pop("fields", ())
    return Call(
        path,
        section,
        "camel",
        {"": PERIOD | more},
        (*DATES, Field("startDate", said, ((first, 0), (before, 1008016))), *fields),
    )


BOUND: Final = [{"token": A, "account_list": [{"account": "alice01"}]}]
PAIRS: Final = [{"tag": "a", "token": A}]
RECORDS: Final[Body] = {"startDate": "2026-01-10", "endDate": "2026-01-15"}
TOKEN: Final[Cases] = needed(("x" * 36, 1008006), ("x" * 37, 1008029), (7, 1008007))

CALLS: Final = (
    PUSH,
    Call(
        "/v3/push/plan/add_plan_push",
        "7",
        "camel",
        {"": {"planName": "Spring sale", "planDescribe": "All of it"}},
        (
            Field(
                "planName",
                "60 Latin letters, a Chinese one counts two",
                needed(
                    ("", 1008002),
                    ("x" * 60, 0),
                    ("x" * 61, 1008007),
                    ("好" * 30, 0),
                    ("好" * 31, 1008007),
                    (7, 1008007),
                ),
            ),
            Field(
                "planDescribe",
                "300 characters",
                needed(("好" * 300, 0), ("x" * 301, 1008007)),
            ),
        ),
    ),
    *(
        Call(
            f"/v3/push/{name}",
            "8",
            "camel",
            {"": {"pushId": state}, "lower case": {"pushid": state}, "ios": {"pushId": "427"}},
            (
                Field("pushId", "required; a push that it fits", (*PUSH_ID, *fits)),
                Field("pushid", "as samples spell it", ((OUT, 1008002), (state, 0)), "lower case"),
                Field("pushId", "of another application: unknown", ((state, 1008015),), "ios"),
            ),
        )
        for name, state, fits in (
            (
                "stop_push_msg",
                "RUNNING",
                (("RUNNING", 0), ("WAITING", 1008007), ("TOKEN", 1008007)),
            ),
            (
                "revoke_push_msg",
                "RUNNING",
                (("TAGGED", 0), ("WAITING", 1008007), ("TOKEN", 1008007)),
            ),
            ("cancel_timing_task", "WAITING", (("WAITING", 0), ("RUNNING", 1008007))),
        )
    ),
    Call(
        "/v3/device/tag",
        "9.1",
        "snake",
        {
            "types 1 to 8": {"operator_type": 3, "tag_list": ["a"], "token_list": [A]},
            "types 9, 10": {"operator_type": 9, "tag_token_list": PAIRS},
            "many": {"operator_type": 7, "tag_list": ["a"], "token_list": [A, B]},
        },
        (
            Field(
                "operator_type",
                "1 to 10",
                needed((0, 1008002), (11, 1008007), *((kind, 0) for kind in range(1, 9))),
            ),
            Field("operator_type", "1 to 10", ((9, 0), (10, 0)), "types 9, 10"),
            Field(
                "tag_list",
                "at most 500; each at most 50 characters; at most 100 a device",
                needed(
                    ([], 1008002),
                    (["a"] * 500, 0),
                    (["a"] * 501, 1008007),
                    (["x" * 50], 0),
                    (["x" * 51], 1008007),
                    ([""], 1008007),
                    ([7], 1008007),
                    ([f"t{at}" for at in range(101)], 1008007),
                ),
            ),
            Field(
                "token_list",
                "at most 500; each at most 36 characters",
                needed(
                    ([], 1008002),
                    ([A] * 500, 0),
                    ([A] * 501, 1008007),
                    (["x" * 36], 1008006),
                    (["x" * 37], 1008029),
                    ([A, "x" * 36], 0),
                ),
            ),
            Field("token_list", "all of them must be known", (([A, "x" * 36], 1008006),), "many"),
            Field(
                "tag_token_list",
                "at most 20 pairs",
                needed(
                    ([], 1008002),
                    (PAIRS * 20, 0),
                    (PAIRS * 21, 1008007),
                    ([{"tag": "a"}], 1008002),
                    ([{"token": A}], 1008002),
                    ([{"tag": "x" * 51, "token": A}], 1008007),
                    ([{"tag": "a", "token": "x"}], 1008006),
                    ([7], 1008007),
                ),
                "types 9, 10",
            ),
        ),
    ),
    Call(
        "/v3/device/tag/delete_all_device",
        "9.2",
        "snake",
        {"": {"tag_list": ["old_tag_1"]}},
        (
            Field(
                "tag_list",
                "at most 100; unknown ones are no fault",
                needed(([], 1008002), (["a"] * 100, 0), (["a"] * 101, 1008007), ([7], 1008007)),
            ),
        ),
    ),
    Call(
        "/v3/device/account/batchoperate",
        "10.1",
        "snake",
        {
            "types 1 to 3": {"operator_type": 2, "token_accounts": BOUND},
            "type 4": {"operator_type": 4, "token_list": [A]},
            "type 5": {"operator_type": 5, "account_list": [{"account": "account1"}]},
        },
        (
            Field(
                "operator_type",
                "1 to 5, each with its list",
                needed((6, 1008007), (1, 0), (3, 0), (4, 1008002), (5, 1008002)),
            ),
            Field(
                "token_accounts",
                "at most 20 tokens; failed ones are told one by one",
                needed(
                    ([], 1008002),
                    (BOUND * 20, 0),
                    (BOUND * 21, 1008007),
                    ([BOUND[0] | {"token": "bad"}], 1008027),
                    ([*BOUND, BOUND[0] | {"token": "bad"}], 1008026),
                    ([{"account_list": [{"account": "a1"}]}], 1008002),
                    ([{"token": A}], 1008002),
                ),
            ),
            Field(
                "token_accounts.0.account_list.0.account_type",
                "one of the table; default 0 (14)",
                ((OUT, 0), (1005, 0), ("1005", 0), (988, 1008007), ("x", 1008007)),
            ),
            Field("account_type", "outside: accepted", ((0, 0), (1, 0), (988, 1008007))),
            Field(
                "token_list",
                "at most 20",
                needed(([A] * 20, 0), ([A] * 21, 1008007), (["bad"], 1008027)),
                "type 4",
            ),
            Field(
                "account_list",
                "objects; unknown ones fail",
                needed(([{"account": "nobody"}], 1008027), (["account1"], 1008007)),
                "type 5",
            ),
        ),
    ),
    Call(
        "/v3/device/account/query",
        "10.2",
        "camel",
        {
            "type 1": {"operator_type": 1, "account_list": [{"account": "account1"}]},
            "type 2": {"operator_type": 2, "token_list": [A]},
        },
        (
            Field("operator_type", "1, 2", needed((3, 1008007), (2, 1008002))),
            Field(
                "account_list",
                "objects; unknown ones fail",
                needed(
                    ([], 1008002),
                    ([{"account": "nobody"}], 1008027),
                    ([{"account": "account1"}, {"account": "nobody"}], 1008026),
                    ([{"account": "alice@example.com", "account_type": 1005}], 0),
                    ([{}], 1008002),
                ),
            ),
            Field(
                "token_list",
                "unknown ones fail",
                needed((["bad"], 1008027), ([A, "bad"], 1008026)),
                "type 2",
            ),
        ),
    ),
    Call(
        "/v3/device/set_custom_attribute",
        "11",
        "camel",
        {
            "": {"cmd": 1, "token": A, "attributeInfo": {"attributeMap": {"age": "30"}}},
        },
        (
            Field("cmd", "1 to 5", needed((6, 1008007), (2, 0), (3, 0), (4, 0), (5, 0))),
            Field("token", "one device", TOKEN),
            Field(
                "attributeInfo.attributeMap",
                "names and values of at most 50 bytes",
                needed(
                    ({"age": "x" * 50}, 0),
                    ({"age": "x" * 51}, 1008007),
                    ({"age": "好" * 17}, 1008007),
                    ({"age": 30}, 1008007),
                    ({"undeclared": "x"}, 0),
                ),
            ),
        ),
    ),
    dated(
        "/v3/statistics/get_push_channel_stat_overview",
        "12.2",
        "last 30 days",
        "20251216",
        "20251215",
    ),
    dated(
        "/v3/statistics/get_device_stat_overview", "12.3", "last 3 months", "20251017", "20251014"
    ),
    Call(
        "/v3/statistics/get_push_record",
        "12.1",
        "camel",
        {"period": RECORDS, "id": {"pushId": "RUNNING"}, "lower case": {"pushid": "RUNNING"}},
        (
            Field(
                "startDate",
                "required; `YYYY-MM-DD`; the last month",
                needed(("20260110", 1008016), ("2025-12-16", 0), ("2025-12-14", 1008016)),
            ),
            Field("endDate", "required", needed(("2026-01-09", 1008016), ("x", 1008016))),
            Field(
                "msgType", "`notify`, `message`", (("notify", 0), ("message", 0), ("mail", 1008007))
            ),
            Field(
                "pushType",
                "`all`, `tag`, `token`, `account`",
                (("all", 0), ("tag", 0), ("token", 0), ("account", 0), ("nobody", 1008007)),
            ),
            Field("offset", "from 0", ((0, 0), (5, 0), (-1, 1008007), ("x", 1008007))),
            Field(
                "limit", "at most 200", ((0, 0), (1, 0), (200, 0), (201, 1008007), (-1, 1008007))
            ),
            Field("pushId", "present: by id", (("RUNNING", 0), ("427", 1008015), ("", 0))),
            Field("pushId", "alone is enough", (("RUNNING", 0), ("427", 1008015)), "id"),
            Field(
                "pushid", "as samples spell it", (("RUNNING", 0), ("427", 1008015)), "lower case"
            ),
        ),
    ),
    Call(
        "/v3/statistics/get_push_task_stat_channel",
        "12.4",
        "camel",
        {"": {"pushId": "RUNNING"}},
        (Field("pushId", "required", PUSH_ID),),
    ),
    dated(
        "/v3/statistics/get_push_group_stat_channel",
        "12.5",
        "last 7 days",
        "20260108",
        "20260107",
        planId="48",
        fields=(
            Field("planId", "text or number", needed((48, 0), ("999", 1008007))),
            Field("groupId", "`planId` wins", (("999", 0), ("48", 0))),
        ),
    ),
    Call(
        "/v3/statistics/get_device_distribute_info",
        "12.6",
        "camel",
        {"": {"date": "20260110", "type": "city"}},
        (
            Field(
                "date",
                "required; `YYYYMMDD`; the last month",
                needed(
                    ("2026-01-10", 1008016),
                    ("20251216", 0),
                    ("20251214", 1008016),
                    ("20260116", 1008016),
                ),
            ),
            Field(
                "type",
                "one of seven",
                needed(
                    ("colour", 1008007),
                    *(
                        (kind, 0)
                        for kind in (
                            "province",
                            "app_version",
                            "sdk_version",
                            "system_version",
                            "device_brand",
                            "device_version",
                        )
                    ),
                ),
            ),
        ),
    ),
    Call(
        "/v3/toolbox/getPushListByToken",
        "12.7",
        "camel",
        {"": {"token": A}},
        (Field("token", "required", TOKEN),),
    ),
)

UPLOAD: Final = "/v3/push/package/upload"
PACKAGES: Final[tuple[tuple[str, str, bytes, int], ...]] = (
    ("1 to 100 characters", "n" * 96 + ".txt", b"alice01\n", 0),
    ("1 to 100 characters", "n" * 97 + ".txt", b"alice01\n", 1008011),
    ("`.zip`, `.txt`, `.csv`", "a.csv", b"alice01\n", 0),
    ("`.zip`, `.txt`, `.csv`", "a.xls", b"alice01\n", 1008011),
    ("not empty", "a.txt", b"", 1008012),
    ("not empty", "a.txt", b"\n\r\n", 1008012),
    ("lines of 2 to 100 characters", "a.txt", "好".encode() * 100, 0),
    ("lines of 2 to 100 characters", "a.txt", "好".encode() * 101, 1008011),
    ("lines of 2 to 100 characters", "a.txt", b"a\n", 1008011),
    ("UTF-8", "a.txt", b"\xff\xfe\n", 1008011),
    ("one column", "a.csv", b"alice01,bob01\n", 1008011),
    ("exactly one text in a zip", "a.zip", b"alice01\n", 1008011),
)
"""What is said of a file, its name, what is in it, the code (6)."""

ELSEWHERE: Final = {
    1008001: "what is no JSON object, at every call: `test_conformance`",
    1008003: "wrong keys or signature, at every call: `test_conformance`",
    1008019: "a bad day, every push: `test_acts`",
    1008023: "a bad day, every push to iOS: `test_acts`",
    1008028: "200 an hour, one a second, 200 plans a day: `test_frequency`",
    1008035: "an AccessId of another service: `test_auth`",
    1010001: "a bad day, every push: `test_acts`",
    10010018: "the same broadcast within an hour: `test_frequency`",
    10110008: "inside `result` of the account calls: `test_account_calls`",
}
"""Codes that no value of a field provokes, and what does."""

NOT_PLAYED: Final = {
    1008004: "an inner service of theirs",
    1008013: "certificates are given in the console",
    1008020: "certificates are given in the console",
    1008021: "certificates are given in the console",
    1008022: "certificates are given in the console",
    1008025: "apps are made in the console",
    1008030: "nothing is paid for here",
    1008031: "nothing expires here",
    10030002: "comes from the device SDK",
}
"""Published codes that no request can provoke, and why."""


# The page ------------------------------------------------------------------------------------


def page() -> str:
    """``CONFORMANCE.md``."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# What of the documents the practice service is tested to do"
    yield ""
    yield "Written by `python -m tests.practice.conformance`. Each line is a test of"
    yield "`test_conformance_fields`: values that are taken, and those refused with their code."
    yield "Envelopes, log-in, other spellings and broken JSON of every call: `test_conformance`."
    for call in CALLS:
        yield ""
        yield f"## `{call.path}` ({call.section}, {call.family} envelope)"
        yield ""
        yield "| Field | In | What the documents say | Taken | Refused |"
        yield "|---|---|---|---|---|"
        for field in call.fields:
            base = field.base or next(iter(call.bases))
            taken = ", ".join(_shown(value) for value, code in field.cases if not code)
            refused = ", ".join(f"{_shown(value)}: {code}" for value, code in field.cases if code)
            yield f"| `{field.name}` | {base} | {field.says} | {taken} | {refused} |"
    yield ""
    yield f"## `{UPLOAD}` (6, camel envelope)"
    yield ""
    yield "| What the documents say | File | Holds | Code |"
    yield "|---|---|---|---|"
    for says, name, content, code in PACKAGES:
        shown = name if len(name) < 20 else f"{len(name)} characters"
        yield f"| {says} | {shown} | {_shown(content.decode('latin-1'))} | {code} |"
    yield ""
    yield "## Codes"
    yield ""
    yield "| Code | Provoked by |"
    yield "|---|---|"
    provoked: dict[int, set[str]] = {}
    for call in CALLS:
        for field in call.fields:
            for _value, code in field.cases:
                provoked.setdefault(code, set()).add(call.path)
    for _says, _name, _content, code in PACKAGES:
        provoked.setdefault(code, set()).add(UPLOAD)
    for code in sorted({*provoked, *ELSEWHERE, *NOT_PLAYED} - {0}):
        if code in NOT_PLAYED:
            yield f"| {code} | not played: {NOT_PLAYED[code]} |"
        elif code in ELSEWHERE:
            yield f"| {code} | {ELSEWHERE[code]} |"
        else:
            yield f"| {code} | {', '.join(f'`{path}`' for path in sorted(provoked[code]))} |"


def _shown(value: Any) -> str:
    if value is OUT:
        return "left out"
    if isinstance(value, str) and len(value) > 24:
        return f"{len(value)} characters"
    if isinstance(value, list) and len(value) > 2:
        return f"{len(value)} of them"
    text = json.dumps(value, ensure_ascii=False).replace("|", "\\|")
    return f"`{text}`" if len(text) <= 60 else f"`{text[:57]}…`"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
