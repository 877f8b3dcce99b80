"""What the service tells about a push: its record and its counters.

Only shapes and dates are owned here; figures come from ``course``. Days and times are
those of the service's clock (UTC+8).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Final, Literal

from tpns_desktop.model.limits import (
    COUNTER_DAYS_MAX,
    RECORD_DAYS_MAX,
    RECORDS_PAGE_MAX,
)

from .codes import BAD_DATE, NO_SUCH_PUSH, Refusal, invalid, missing
from .course import Counts
from .fields import Fields, id_text, integer, text
from .order import PushOrder
from .push import Ended, Push
from .routing import OWN
from .rules import Platform, Rules
from .schedule import service_day, service_text
from .state import Application, dispatch_s

_DAY_S: Final = 86_400
_PUSH_TYPES: Final = frozenset({"all", "tag", "token", "account"})
DateForm = Literal["%Y-%m-%d", "%Y%m%d"]
"""How days are written: with hyphens in records, without elsewhere."""

_FORMS: Final[dict[DateForm, re.Pattern[str]]] = {
    "%Y-%m-%d": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    "%Y%m%d": re.compile(r"[0-9]{8}"),
}

Status = Literal["PUSH_WAIT", "PUSH_STARTED", "PUSH_FINISHED"] | Ended


def status_of(application: Application, push: Push, now: float) -> Status:
    """Where a push is in its course."""
    if push.ending is not None and push.ending.at <= now:
        return push.ending.status
    elapsed = application.elapsed_s(push, now)
    if elapsed < 0:
        return "PUSH_WAIT"
    return "PUSH_STARTED" if elapsed < dispatch_s(push) else "PUSH_FINISHED"


def find_push(application: Application, fields: Fields, *, now: float, days: int) -> Push:
    """The push that ``pushId`` (or ``pushid``, as in published samples) names.

    Raises ``Refusal`` 1008002 without an id, 1008015 for one of another application or older than
    ``days``.
    """
    push = named_push(application, fields)
    if now - max(push.created_at, push.starts_at) > days * _DAY_S:
        raise Refusal(NO_SUCH_PUSH)
    return push


def named_push(application: Application, fields: Fields) -> Push:
    """As ``find_push``, however old the push is."""
    push_id = id_text(fields, "pushId", "pushId") or id_text(fields, "pushid", "pushId")
    if not push_id:
        raise missing("pushId")
    push = application.push(push_id)
    if push is None:
        raise Refusal(NO_SUCH_PUSH)
    return push


# Records -------------------------------------------------------------------------------


def push_records(application: Application, fields: Fields, now: float) -> dict[str, object]:
    """The data of ``get_push_record``: one push by its id, or a page of a period, newest first.

    Raises ``Refusal``: 1008002, 1008007, 1008015 (unknown push), 1008016 (dates).
    """
    if fields.get("pushId") or fields.get("pushid"):
        push = find_push(application, fields, now=now, days=RECORD_DAYS_MAX)
        return {"pushRecordData": [_record(application, push, now)]}
    rules = application.rules
    first, last = period_of(fields, now=now, days=RECORD_DAYS_MAX, rules=rules, form="%Y-%m-%d")
    message_type = text(fields, "msgType", "msgType")
    if message_type not in ("", "notify", "message"):
        raise invalid("msgType")
    push_type = text(fields, "pushType", "pushType")
    if push_type and push_type not in _PUSH_TYPES:
        raise invalid("pushType")
    offset = integer(fields, "offset", "offset", low=0, high=10**9, default=0) or 0
    limit = integer(fields, "limit", "limit", low=1, high=RECORDS_PAGE_MAX)
    limit = rules.records_page if limit is None else limit
    found = [
        push
        for push in reversed(application.pushes)
        if _in_period(push, first, last, rules)
        and message_type in ("", push.order.message_type)
        and (not push_type or _family(push.order) == push_type)
    ]
    page = found[offset : offset + limit]
    return {
        "count": len(found),
        "pushRecordData": [_record(application, push, now) for push in page],
    }


def _in_period(push: Push, first: date, last: date, rules: Rules) -> bool:
    # By the day it was made or the day it runs: a scheduled push is found by both.
    days = {"made": service_day(push.created_at), "starts": service_day(push.starts_at)}
    return any(
        first <= day <= last for name, day in days.items() if name in rules.record_day.split("_or_")
    )


def period_of(
    fields: Fields, *, now: float, days: int, rules: Rules, form: DateForm = "%Y%m%d"
) -> tuple[date, date]:
    """``startDate`` and ``endDate``, both included.

    Raises ``Refusal`` 1008002, or 1008016 for another form, for an end before the start and for a
    start more than ``days`` ago.
    """
    first, last = day_of(fields, "startDate", form), day_of(fields, "endDate", form)
    if last < first or first < earliest(now, days, rules):
        raise Refusal(BAD_DATE)
    return first, last


def earliest(now: float, days: int, rules: Rules) -> date:
    """The first of the last so many days."""
    if rules.last_days == "with_today":
        days -= 1
    return service_day(now) - timedelta(days=days)


def day_of(fields: Fields, key: str, form: DateForm = "%Y%m%d") -> date:
    """A day of the service's calendar. Raises ``Refusal`` 1008002 or 1008016."""
    value = text(fields, key, key)
    if not value:
        raise missing(key)
    if _FORMS[form].fullmatch(value) is None:
        raise Refusal(BAD_DATE)
    try:
        return datetime.strptime(value, form).date()
    except ValueError:
        raise Refusal(BAD_DATE) from None


def _family(order: PushOrder) -> str:
    """The ``pushType`` of a query that finds it."""
    if order.audience_type.startswith("token"):
        return "token"
    if order.audience_type.startswith("account"):
        return "account"
    return order.audience_type


_RECORD_TYPES: Final = {"token": "token_list", "account": "account_list"}
"""Single targets are not listed for records (inferred)."""


def _record(application: Application, push: Push, now: float) -> dict[str, object]:
    order = push.order
    message = order.message
    record: dict[str, object] = {
        "date": service_text(push.starts_at),
        "createTime": int(push.created_at),
        "pushId": push.push_id,
        "title": order.title,
        "content": order.content,
        "status": status_of(application, push, now),
        "pushType": (
            _RECORD_TYPES.get(order.audience_type, order.audience_type)
            if application.rules.record_types == "as_lists"
            else order.audience_type
        ),
        "messageType": order.message_type,
        "environment": order.environment or "product",
        "expireTime": order.expire_s,
        "xgMediaResources": message.get("xg_media_resources") or "",
        "xgMediaAudioResources": message.get("xg_media_audio_resources") or "",
        "multiPkg": order.multi_pkg,
        "targetList": list(order.tokens or order.accounts) or None,
        "collapseID": push.collapse_id,
        "tagSet": _tag_set(order),
        "uploadId": order.upload_id,
        "groupId": "",
        "source": push.source,
        "pushConfig": {
            "android": message.get("android") if order.platform == "android" else None,
            "ios": message.get("ios") if order.platform == "ios" else None,
            "iot": None,
        },
    }
    return record


def _tag_set(order: PushOrder) -> dict[str, object] | None:
    """The tags in the flat form of a record, which cannot hold groups and negations."""
    items = [item for rule in order.tag_rules for item in rule.items]
    if not items:
        return None
    return {
        "op": items[0].tags_operator,
        "tagWithType": [
            {"tagTypeName": item.tag_type, "tagValue": tag} for item in items for tag in item.tags
        ],
    }


# Counters ------------------------------------------------------------------------------


def push_counters(application: Application, fields: Fields, now: float) -> dict[str, object]:
    """The data of ``get_push_task_stat_channel``: a row a channel, then ``all``.

    Before the push starts, ``all`` alone, with zeros. Raises ``Refusal`` 1008002 or 1008015.
    """
    push = find_push(application, fields, now=now, days=COUNTER_DAYS_MAX)
    return {"pushStatDataAll": rows_of(application, application.counts(push, now))}


_OWN_IN_ALL: Final = frozenset({"verifySvcUv", "verifyUv", "clickUv", "cleanupUv"})
"""What of the row ``all`` the text says to be of the service's own channels only."""


def rows_of(application: Application, counts: Mapping[str, Counts]) -> list[dict[str, object]]:
    """Counts by channel as the service writes them: a row a channel, then ``all``."""
    state = _STATES[application.platform]
    rows = [(channel, state(channel, some)) for channel, some in sorted(counts.items())]
    # The published sample's totals add up every channel, whatever the text says.
    as_text = application.rules.all_row == "own_arrivals"
    total = {
        key: sum(
            row[key]
            for channel, row in rows
            if not as_text or key not in _OWN_IN_ALL or channel in _OWN_RECEIPTS
        )
        for key in state(OWN, Counts())
    }
    return [{"channel": channel, "pushState": row} for channel, row in [*rows, ("all", total)]]


_OWN_RECEIPTS: Final = frozenset({OWN, "rog", "fcm"})
"""Channels whose arrival the service's own SDK reports."""


def _android_state(channel: str, counts: Counts) -> dict[str, int]:
    own = channel in _OWN_RECEIPTS
    reported = counts.arrived if own else counts.delivered
    return {
        "pushActiveUv": counts.planned,
        "pushOnlineUv": counts.delivered,
        "verifySvcUv": reported,
        "callbackVerifySvcUv": 0 if own else counts.arrived,
        "arrivalUv": counts.arrived,
        "verifyUv": reported,
        "clickUv": counts.tapped,
        "cleanupUv": counts.dismissed,
    }


def _ios_state(channel: str, counts: Counts) -> dict[str, int]:
    return {
        "pushActiveUv": counts.planned,
        "pushOnlineUv": counts.delivered,
        "verifySvcUv": counts.arrived,
        "clickUv": counts.tapped,
    }


_STATES: Final[dict[Platform, Callable[[str, Counts], dict[str, int]]]] = {
    "android": _android_state,
    "ios": _ios_state,
}
"""``pushState`` of each platform (1024/33774)."""
