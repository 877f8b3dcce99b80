"""A push: the whole body of ``POST /v3/push/app`` (TPNS REST fact sheet, 5).

A :class:`Push` is right or it does not exist. It is made by :func:`parse_push`, which is told the
platform and the time, for the body says neither; half-written ones are drafts (``draft``).
:func:`push_json` makes the bytes that are shown, reviewed, stored and sent. What only the service
can know (is this token registered?) is not asked here.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationInfo, model_validator

from tpns_desktop.model.audience import (
    Accounts,
    AccountTypeNumber,
    AudienceType,
    TagList,
    TagRule,
    Tokens,
    audience_rules,
    audience_warnings,
)
from tpns_desktop.model.limits import EXPIRE_S_MAX, PUSH_SPEED_MAX, PUSH_SPEED_MIN
from tpns_desktop.model.message import Message
from tpns_desktop.model.problem import Problem, PushRefused
from tpns_desktop.model.schedule import ChannelRule, LoopParam, SendTime, schedule_rules
from tpns_desktop.model.sms import SmsInfo, sms_rules
from tpns_desktop.model.values import Many, Number, Said, ServiceId, Some, Switch
from tpns_desktop.model.wire import (
    Blame,
    Circumstances,
    Platform,
    WireModel,
    circumstances,
    json_bytes,
    read_json,
    validated,
)

__all__ = [
    "Platform",
    "Push",
    "parse_push",
    "parse_push_json",
    "push_json",
    "push_template",
    "push_warnings",
]


class Push(WireModel):
    """One request to one platform's access id. ``None`` is a field that was not given.

    Fields stand in the order in which they are written: who, what, when, the rest.
    """

    audience_type: AudienceType
    token_list: Tokens | None = None
    account_list: Accounts | None = None
    account_type: AccountTypeNumber | None = None
    account_push_type: Switch | None = None
    """0 the latest device of each account, 1 all of them."""
    tag_rules: Some[TagRule] | None = None
    tag_list: TagList | None = None
    upload_id: ServiceId | None = None
    ignore_invalid_token: Switch | None = None

    environment: Literal["product", "dev"] | None = None
    """iOS: the APNs environment."""
    message_type: Literal["notify", "message"]
    """A notification; or in-app on Android, silent on iOS."""
    message: Message
    ntf_wt_attrs: bool | None = None
    """Title and content hold ``{{attributes}}`` of the receiver."""
    supply_inapp_msg: bool | None = None

    send_time: SendTime | None = None
    loop_param: LoopParam | None = None
    expire_time: Annotated[int, Field(ge=0, le=EXPIRE_S_MAX)] | None = None
    """Seconds."""
    push_speed: Annotated[int, Field(ge=PUSH_SPEED_MIN, le=PUSH_SPEED_MAX)] | None = None
    """Pushes a second."""

    plan_id: Said | None = None
    group_id: Said | None = None
    """Retired; ``plan_id`` is used."""
    collapse_id: ServiceId | None = None
    force_collapse: bool | None = None
    multi_pkg: bool | None = None
    channel_rules: Many[ChannelRule] | None = None
    tpns_online_push_type: Switch | None = None
    """Devices that are online: 0 own channel first, 1 not."""

    resend_by_sms: bool | None = None
    sms_info: SmsInfo | None = None

    seq: Number | None = None
    platform: Literal["android", "ios"] | None = None
    """Deprecated: the access id decides."""
    trace_id: Said | None = None
    """Undocumented."""

    @model_validator(mode="after")
    def _fields_fit_each_other(self, info: ValidationInfo) -> Push:
        """The rules between top-level fields, each in the module that owns the field."""
        known = circumstances(info)
        blame = Blame()
        if known.platform == "ios" and self.environment is None:
            blame.at(("environment",), "missing", "required")
        audience_rules(self, blame)
        schedule_rules(self, known, blame)
        sms_rules(self, blame)
        _personal_text_rules(self, known, blame)
        blame.settle()
        return self


def _personal_text_rules(push: Push, known: Circumstances, blame: Blame) -> None:
    """Devices without a value for an attribute need a text, too (5.6)."""
    if not push.ntf_wt_attrs:
        return
    if push.message.default_content is None:
        blame.at(("message", "default_content"), "missing", "required")
    if push.message.default_title is None and known.platform == "android":
        blame.at(("message", "default_title"), "missing", "required")


def parse_push(body: Mapping[str, Any], *, platform: Platform, now: datetime) -> Push:
    """The push that ``body`` describes: a dict as JSON gives it, with the fields of the service.

    Args:
        body: the request's body.
        platform: whose access id it goes to.
        now: aware; times in the body are judged by it.

    Raises:
        PushRefused: with every problem found. No value of ``body`` is in it.
    """
    if now.tzinfo is None:
        raise TypeError("now needs a time zone")
    kind = body.get("message_type") if isinstance(body, Mapping) else None
    known = Circumstances(platform, now, kind if isinstance(kind, str) else "")
    return validated(Push, body, known)


def parse_push_json(data: bytes, *, platform: Platform, now: datetime) -> Push:
    """:func:`parse_push` of JSON text in UTF-8.

    Raises:
        PushRefused: also for what is not JSON, repeats a key or holds NaN.
    """
    body = read_json(data)
    if not isinstance(body, dict):
        raise PushRefused([Problem("", "value", "bad_type")])
    return parse_push(body, platform=platform, now=now)


def push_json(push: Push) -> bytes:
    """The body's bytes: compact JSON in UTF-8, the fields that were given, in the model's order.

    The only maker of a push's bytes: what is previewed, reviewed, stored and sent is this.
    """
    return json_bytes(push)


def push_template(body: Mapping[str, Any], *, platform: Platform, now: datetime) -> bytes:
    """The bytes of a push to a list that is not uploaded yet, ``upload_id`` being 0.

    Right in everything but that one slot, which holds no id that a service gives out.

    Raises:
        PushRefused: as ``parse_push``.
    """
    push = parse_push({**body, "upload_id": 1}, platform=platform, now=now)
    return push_json(push.model_copy(update={"upload_id": 0}))


def push_warnings(push: Push) -> tuple[Problem, ...]:
    """What looks wrong but may be right; a reason to look, never to refuse.

    Reasons: ``masked`` and ``odd_format`` of tokens and accounts (5.2, 14), ``unused`` where the
    service reads only a part, ``excluded`` for custom content that Huawei refuses in a replacing
    push (5.4).
    """
    found = audience_warnings(push)
    android = push.message.android
    if android is not None and android.custom_content is not None and push.collapse_id is not None:
        off = {rule.channel for rule in push.channel_rules or () if rule.disable}
        if "hw" not in off:
            found.append(Problem("message.android.custom_content", "value", "excluded"))
    return tuple(found)
