"""Reads the body of a push, by itself: the rules that need no knowledge of devices.

Who is meant is worked out in ``audience``, what ``message`` must hold in ``message_rules``, when it
starts in ``schedule``. Options that do not apply to the target are accepted and ignored, as clients
in the field need it. A loop on a target that cannot loop is the exception: to ignore it would send
something else than was asked for, once and now.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, cast

from tpns_desktop.model.account_types import account_type as known_account_type
from tpns_desktop.model.limits import (
    ACCOUNTS_MAX,
    EXPIRE_S_DEFAULT,
    EXPIRE_S_MAX,
    EXPIRE_S_RAISED_TO,
    PUSH_SPEED_MAX,
    PUSH_SPEED_MIN,
    SMS_DELAY_S_MIN,
    TOKENS_MAX,
)

from .codes import BAD_VALUE, Refusal, invalid, missing
from .fields import (
    Fields,
    flag,
    given,
    id_text,
    integer,
    mapping,
    sequence,
    text,
    texts,
    whole_number,
)
from .message_rules import check_message
from .rules import Platform, Rules
from .schedule import loop_starts, start_of
from .sms_account import APPS, TEMPLATES, USABLE
from .tags import TagRule, read_tags

AudienceType = Literal[
    "all",
    "tag",
    "token",
    "token_list",
    "account",
    "account_list",
    "package_account_push",
    "package_token_push",
]

AUDIENCE_TYPES: Final = frozenset(
    {
        "all",
        "tag",
        "token",
        "token_list",
        "account",
        "account_list",
        "package_account_push",
        "package_token_push",
    }
)

_SCHEDULABLE: Final = frozenset({"all", "tag", "package_account_push"})
"""Targets that know a start time, a loop, a speed and a ``collapse_id``."""

_WIDE: Final = _SCHEDULABLE | {"package_token_push"}
"""Targets that share the limit of one push a second."""

_WRONG_AUDIENCE: Final = "audience_type is not correct"
"""The service's exact words (asserted by tests of clients in the field)."""

CHANNELS: Final = frozenset({"xg", "hw", "xm", "mz", "vivo", "oppo", "apns", "honor", "fcm"})

_CHANNELS_OF: Final[dict[Platform, frozenset[str]]] = {
    "android": CHANNELS - {"apns"},
    "ios": frozenset({"xg", "apns"}),
}

_INT32_MAX: Final = 2**31 - 1
_INT64_MAX: Final = 2**63 - 1


@dataclass(frozen=True, slots=True)
class SmsOrder:
    """The text message that follows where a push does not get through; its ids are not checked.

    The service takes any (what it looks at before it sends is not published).
    """

    condition: int
    """0: where notifications are off; 1: where it has not arrived; 2: where it is not tapped."""
    delay_s: int
    sms_app_id: str
    template_id: str
    sign_name: str
    params: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PushOrder:
    """A push that is right as far as its body tells. Instants are seconds since 1970."""

    platform: Platform
    audience_type: AudienceType
    message_type: Literal["notify", "message"]
    message: Fields
    """As sent."""
    title: str
    content: str
    environment: str
    """As sent; empty on Android."""
    tokens: tuple[str, ...]
    ignore_invalid_token: bool
    accounts: tuple[str, ...]
    account_type: int
    all_devices: bool
    """``account_push_type`` 1: every device of an account, not its latest only."""
    tag_rules: tuple[TagRule, ...]
    upload_id: int
    expire_s: int
    starts: tuple[float, ...]
    """One a run; a single one unless ``loop``."""
    loop: bool
    push_speed: int
    """Pushes a second; 0: no limit."""
    plan_id: str
    collapse_id: int
    closed_channels: frozenset[str]
    own_channel_first: bool
    multi_pkg: bool
    sms: SmsOrder | None

    @property
    def wide(self) -> bool:
        """Whether the limit of one push a second counts it."""
        return self.audience_type in _WIDE

    @property
    def replaceable(self) -> bool:
        """Whether it gets a ``collapseID``."""
        return self.audience_type in _SCHEDULABLE


def read_order(fields: Fields, *, platform: Platform, now: float, rules: Rules) -> PushOrder:
    """The push in ``fields``.

    Raises ``Refusal``: 1008002 (missing), 1008007 (bad value), 10010012 (bad time), with the field.
    """
    audience_type = _audience_type(fields)
    message_type = _message_type(fields)
    if fields.get("message") is None:
        raise missing("message")
    message = fields["message"]
    if not isinstance(message, dict):
        raise invalid("message")
    schedulable = audience_type in _SCHEDULABLE
    tokens = _tokens(fields) if audience_type in ("token", "token_list") else []
    accounts = _accounts(fields) if audience_type in ("account", "account_list") else []
    loop = mapping(fields, "loop_param", "loop_param")
    if loop is not None and not schedulable:
        if rules.loop_elsewhere == "refused":
            raise invalid("loop_param")
        loop = None
    environment = _environment(fields, platform)
    check_message(
        message,
        platform=platform,
        message_type=message_type,
        personalised=flag(fields, "ntf_wt_attrs", "ntf_wt_attrs"),
    )
    return PushOrder(
        platform=platform,
        audience_type=audience_type,
        message_type=message_type,
        message=message,
        title=text(message, "title", "message.title"),
        content=text(message, "content", "message.content"),
        environment=environment,
        tokens=tuple(tokens[:1] if audience_type == "token" else tokens),
        ignore_invalid_token=_switch(fields, "ignore_invalid_token"),
        accounts=tuple(accounts[:1] if audience_type == "account" else accounts),
        account_type=_account_type(fields),
        all_devices=_switch(fields, "account_push_type"),
        tag_rules=read_tags(fields) if audience_type == "tag" else (),
        upload_id=_upload_id(fields) if audience_type.startswith("package") else 0,
        expire_s=_expire_s(fields),
        starts=_starts(fields, loop, now=now, rules=rules) if schedulable else (now,),
        loop=loop is not None,
        push_speed=_push_speed(fields) if schedulable else 0,
        plan_id=id_text(fields, "plan_id", "plan_id"),
        collapse_id=_collapse_id(fields, message, platform, rules) if schedulable else 0,
        closed_channels=_closed_channels(fields, platform, rules),
        own_channel_first=not _switch(fields, "tpns_online_push_type"),
        multi_pkg=flag(fields, "multi_pkg", "multi_pkg"),
        sms=_sms(fields, rules),
    )


def _audience_type(fields: Fields) -> AudienceType:
    value = fields.get("audience_type")
    if not given(value):
        raise missing("audience_type")
    if not isinstance(value, str) or value not in AUDIENCE_TYPES:
        raise Refusal(BAD_VALUE, "audience_type", _WRONG_AUDIENCE)
    return cast(AudienceType, value)


def _message_type(fields: Fields) -> Literal["notify", "message"]:
    value = text(fields, "message_type", "message_type")
    if not value:
        raise missing("message_type")
    if value == "notify":
        return "notify"
    if value == "message":
        return "message"
    raise invalid("message_type")


def _environment(fields: Fields, platform: Platform) -> str:
    if platform == "android":
        return ""  # Nothing on Android depends on it.
    value = text(fields, "environment", "environment")
    if not value:
        raise missing("environment")
    if value not in ("product", "dev"):
        raise invalid("environment")
    return value


def _names(fields: Fields, key: str, most: int) -> list[str]:
    """A list that names the target: absent is missing, empty is a bad value."""
    value = fields.get(key)
    if value is None:
        raise missing(key)
    if not isinstance(value, list) or not 1 <= len(value) <= most:
        raise invalid(key)
    return texts(value, key)


def _tokens(fields: Fields) -> list[str]:
    return _names(fields, "token_list", TOKENS_MAX)


def _accounts(fields: Fields) -> list[str]:
    return _names(fields, "account_list", ACCOUNTS_MAX)


def _account_type(fields: Fields) -> int:
    value = fields.get("account_type")
    number = whole_number(value) if given(value) else 0
    if number is None or known_account_type(number) is None:
        raise invalid("account_type")
    return number


def _switch(fields: Fields, key: str) -> bool:
    return bool(integer(fields, key, key, low=0, high=1))


def _upload_id(fields: Fields) -> int:
    number = integer(fields, "upload_id", "upload_id", low=1, high=_INT64_MAX)
    if number is None:
        raise missing("upload_id")
    return number


def _expire_s(fields: Fields) -> int:
    # Zero is a value of its own here: only devices that are online now.
    value = integer(
        fields,
        "expire_time",
        "expire_time",
        low=0,
        high=EXPIRE_S_MAX,
        default=EXPIRE_S_DEFAULT,
        zero_is_value=True,
    )
    if value is None:
        return EXPIRE_S_DEFAULT
    return max(value, EXPIRE_S_RAISED_TO) if value else 0


def _starts(fields: Fields, loop: Fields | None, *, now: float, rules: Rules) -> tuple[float, ...]:
    if loop is not None:
        return tuple(loop_starts(loop, now=now, rules=rules))
    return (start_of(fields, now=now, rules=rules),)


def _push_speed(fields: Fields) -> int:
    return integer(fields, "push_speed", "push_speed", low=PUSH_SPEED_MIN, high=PUSH_SPEED_MAX) or 0


def _collapse_id(fields: Fields, message: Fields, platform: Platform, rules: Rules) -> int:
    number = integer(fields, "collapse_id", "collapse_id", low=1, high=_INT64_MAX) or 0
    android = message.get("android")
    if (
        number
        and platform == "android"
        and isinstance(android, dict)
        and given(android.get("custom_content"))
        and "hw" not in _closed_channels(fields, platform, rules)
    ):
        # Documented under `custom_content`: with `collapse_id` and Huawei the API refuses it.
        raise invalid("message.android.custom_content")
    return number


def _closed_channels(fields: Fields, platform: Platform, rules: Rules) -> frozenset[str]:
    closed: set[str] = set()
    for at, rule in enumerate(sequence(fields, "channel_rules", "channel_rules")):
        path = f"channel_rules[{at}]"
        if not isinstance(rule, dict):
            raise invalid(path)
        channel = text(rule, "channel", f"{path}.channel")
        if not channel:
            raise missing(f"{path}.channel")
        if channel not in CHANNELS:
            raise invalid(f"{path}.channel")
        if flag(rule, "disable", f"{path}.disable"):
            closed.add(channel)
    if closed >= _CHANNELS_OF[platform] and rules.all_channels_closed == "refused":
        raise invalid("channel_rules")  # Nothing could be delivered (inferred).
    return frozenset(closed)


def _sms(fields: Fields, rules: Rules) -> SmsOrder | None:
    if not flag(fields, "resend_by_sms", "resend_by_sms"):
        return None
    sms = mapping(fields, "sms_info", "sms_info")
    if sms is None:
        raise missing("sms_info")
    delay = integer(
        sms,
        "delay_trigger_time",
        "sms_info.delay_trigger_time",
        low=SMS_DELAY_S_MIN,
        high=_INT32_MAX,
        zero_is_value=True,
    )
    if delay is None:
        raise missing("sms_info.delay_trigger_time")
    condition = integer(
        sms,
        "trigger_condition",
        "sms_info.trigger_condition",
        low=0,
        high=2,
        zero_is_value=True,
    )
    if condition is None:
        raise missing("sms_info.trigger_condition")
    for key in ("sms_template_id", "sms_app_id"):
        if not id_text(sms, key, f"sms_info.{key}"):
            raise missing(f"sms_info.{key}")
    path = "sms_info.sms_template_params"
    if rules.sms_info == "account":
        _check_account(sms)
    return SmsOrder(
        condition=condition,
        delay_s=delay,
        sms_app_id=id_text(sms, "sms_app_id", "sms_info.sms_app_id"),
        template_id=id_text(sms, "sms_template_id", "sms_info.sms_template_id"),
        sign_name=text(sms, "sms_sign_name", "sms_info.sms_sign_name"),
        params=tuple(texts(sequence(sms, "sms_template_params", path), path)),
    )


def _check_account(sms: Fields) -> None:
    """Whether the account has such an app and template; of which zone, no number says yet."""
    if id_text(sms, "sms_app_id", "sms_info.sms_app_id") not in APPS:
        raise invalid("sms_info.sms_app_id")
    template = id_text(sms, "sms_template_id", "sms_info.sms_template_id")
    if template not in {str(one.template_id) for one in TEMPLATES if one.status == USABLE}:
        raise invalid("sms_info.sms_template_id")
