"""Reading what the service answered, strictly about its form and tolerantly about the rest.

Owns the step from bytes to the dataclasses of `tpns_desktop.model.outcome`. Pure: no network and no
verdicts; what is unusable is an `Unusable` with a reason, which `tpns` turns into an error.

Strict: an answer counts only as a JSON object in UTF-8 without repeated keys, NaN or infinity, with
a code that is an integer or decimal text. Python's own reader keeps the last of repeated keys (a
refusal became a success), reads NaN, and reads a list without complaint (sending.md 2.3).
Tolerant: both envelopes of tpns-rest.md 4 at every path, ids as text or number, unknown fields, and
``null`` or nothing where a list would be empty.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from tpns_desktop.client.strict import Unusable, parsed
from tpns_desktop.client.strict import integer as _integer
from tpns_desktop.client.strict import text as _text
from tpns_desktop.model.device_calls import Account
from tpns_desktop.model.limits import SERVICE_ZONE
from tpns_desktop.model.outcome import (
    ChannelCounters,
    DayCounters,
    DeviceDay,
    Distributed,
    PlanCreated,
    PushAnswer,
    Record,
    RecordPage,
    TokenPush,
)

# Documented are up to 19 digits. An id goes into later questions and onto the screen, so no more
# than this is taken for one; "0" and "" stand for "none" in this API (tpns-rest.md 13, 16).
_ID = re.compile(r"(?!0+\Z)[0-9A-Za-z][0-9A-Za-z_-]{0,63}")
_POSITIVE = re.compile(r"[1-9][0-9]{0,18}")
_UPLOAD_ID_MAX = 2**63 - 1
_TEXT_MAX = 1000


@dataclass(frozen=True)
class Envelope:
    """The part that every answer has, and the rest."""

    code: int
    text: str
    """The service's words; ``""`` where it gave none. Success texts vary: never test them."""
    fields: Mapping[str, Any]


def envelope(raw: bytes) -> Envelope:
    """Read an answer. Raises `Unusable`: not_json, not_object, repeated_keys, no_code."""
    fields = parsed(raw)
    codes = {_integer(fields[key]) for key in ("ret_code", "retCode") if key in fields}
    # Both, and they differ: as bad as a repeated key.
    code = codes.pop() if len(codes) == 1 else None
    if code is None:
        raise Unusable("no_code")
    texts = (_text(fields.get(key)) for key in ("err_msg", "errMsg", "ErrMsg"))
    return Envelope(code, next(filter(None, texts), "")[:_TEXT_MAX], fields)


def push_answer(answer: Envelope, raw: bytes) -> PushAnswer:
    """An accepted push (tpns-rest.md 5.9). Raises `Unusable` ("no_push_id").

    ``push_id`` is text or a number, or a list of them for a loop. If one of a list is unusable, all
    are: an id that nobody can ask about is no proof.
    """
    given = answer.fields.get("push_id")
    ids = [_id(one) for one in (given if isinstance(given, list) else [given])]
    push_ids = tuple(one for one in ids if one)
    if not push_ids or len(push_ids) != len(ids):
        raise Unusable("no_push_id")
    return PushAnswer(
        push_ids=push_ids,
        seq=_integer(answer.fields.get("seq")) or 0,
        environment=_text(answer.fields.get("environment")),
        # Spelt like this by the service.
        skipped_tokens=_texts(answer.fields.get("invalid_targe_list")),
        raw=raw,
    )


def names_push(answer: Envelope) -> bool:
    """Whether the answer names a push, whatever its code says."""
    given = answer.fields.get("push_id")
    return any(_id(one) for one in (given if isinstance(given, list) else [given]))


def plan_created(answer: Envelope) -> PlanCreated:
    """A plan that was created (tpns-rest.md 7). Raises `Unusable` ("no_plan_id")."""
    result = _mapping(answer.fields.get("result")) or {}
    plan_id = _id(result.get("planId"))
    if not plan_id:
        raise Unusable("no_plan_id")
    return PlanCreated(plan_id, _text(result.get("planName")), _text(result.get("planDescribe")))


def upload_id(answer: Envelope) -> int:
    """The id of an uploaded package (tpns-rest.md 6). Raises `Unusable` ("bad_upload_id").

    A positive whole number or its decimal text: it becomes the target of a push, so nothing is
    guessed from a fraction, a sign or leading zeros.
    """
    given = answer.fields.get("uploadId")
    if isinstance(given, str) and _POSITIVE.fullmatch(given):
        given = int(given)
    if not isinstance(given, int) or isinstance(given, bool) or not 0 < given <= _UPLOAD_ID_MAX:
        raise Unusable("bad_upload_id")
    return given


def records(answer: Envelope) -> list[Record]:
    """Push records (tpns-rest.md 12.1) in the service's order. Raises `Unusable` ("bad_fields")."""
    return [_record(row) for row in _rows(answer, "pushRecordData")]


def record_page(answer: Envelope) -> RecordPage:
    """A page of push records, with how many there are in all. Raises `Unusable` ("bad_fields")."""
    return RecordPage(tuple(records(answer)), _count(answer.fields.get("count")))


def _record(row: Mapping[str, Any]) -> Record:
    push_id = _id(row.get("pushId"))
    # Not skipped: whoever counts matches must not be told of fewer pushes than there are.
    if not push_id:
        raise Unusable("bad_fields")
    return Record(
        push_id=push_id,
        status=_text(row.get("status")),
        title=_text(row.get("title")),
        content=_text(row.get("content")),
        push_type=_text(row.get("pushType")),
        message_type=_text(row.get("messageType")),
        environment=_text(row.get("environment")),
        created_at=_created_at(row),
        expire_s=_integer(row.get("expireTime")),
        source=_text(row.get("source")),
        target_list=_texts(row.get("targetList")),
        tag_set=_mapping(row.get("tagSet")),
        upload_id=_integer(row.get("uploadId")) or None,
        collapse_id=_integer(row.get("collapseID")) or None,
        push_config=_mapping(row.get("pushConfig")),
    )


def _created_at(row: Mapping[str, Any]) -> datetime | None:
    moment = _moment(row.get("createTime"))
    if moment is not None:
        return moment
    try:
        wall = datetime.strptime(_text(row.get("date")), "%Y-%m-%d %H:%M:%S")
        return wall.replace(tzinfo=SERVICE_ZONE).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _moment(value: object) -> datetime | None:
    """Unix seconds as aware UTC; ``None`` for 0 and for what is no moment."""
    try:
        seconds = _integer(value)
        return datetime.fromtimestamp(seconds, UTC) if seconds else None
    except (ValueError, OverflowError, OSError):
        return None


def counters(answer: Envelope, *, ios: bool) -> list[ChannelCounters]:
    """Counters a channel (tpns-rest.md 12.4). Raises `Unusable` ("bad_fields").

    What counts as arrived depends on the platform: ``arrivalUv`` on Android; on iOS, which does not
    have it, ``verifySvcUv`` (which on Android is for most channels a copy of "handed over").
    """
    return _counters(_rows(answer, "pushStatDataAll"), ios=ios)


def day_counters(answer: Envelope, *, ios: bool) -> list[DayCounters]:
    """Counters a day and channel (tpns-rest.md 12.2), as `counters`. Raises `Unusable`."""
    days = []
    for row in _rows(answer, "pushDateChannelStat"):
        day = _day(row.get("date"))
        if day is None:
            raise Unusable("bad_fields")
        channels = _row_list(row.get("channelDatas"))
        days.append(DayCounters(day, tuple(_counters(channels, ios=ios))))
    return days


def _counters(rows: list[Mapping[str, Any]], *, ios: bool) -> list[ChannelCounters]:
    arrived = "verifySvcUv" if ios else "arrivalUv"
    found = []
    for row in rows:
        channel = _text(row.get("channel"))
        state = row.get("pushState")
        if not channel or not isinstance(state, dict):
            raise Unusable("bad_fields")
        found.append(
            ChannelCounters(
                channel=channel,
                planned=_count(state.get("pushActiveUv")),
                delivered=_count(state.get("pushOnlineUv")),
                arrived=_count(state.get(arrived)),
                tapped=_count(state.get("clickUv")),
                dismissed=_count(state.get("cleanupUv")),
            )
        )
    return found


def device_days(answer: Envelope) -> list[DeviceDay]:
    """Devices a day (tpns-rest.md 12.3). Raises `Unusable` ("bad_fields")."""
    days = []
    for row in _rows(answer, "getDeviceStatOverviewData"):
        total, new, peak = (_count(row.get(key)) for key in ("accuUv", "newUv", "activeUv"))
        day = _day(row.get("date"))
        if day is None or total is None or new is None or peak is None:
            raise Unusable("bad_fields")
        days.append(DeviceDay(day, total, new, peak))
    return days


def distributed(answer: Envelope, kind: str) -> list[Distributed]:
    """Devices a value (tpns-rest.md 12.6); the key of each row is `kind`. Raises `Unusable`."""
    found = []
    for row in _rows(answer, "data"):
        count = _count(row.get("count"))
        value = row.get(kind)
        if count is None or not isinstance(value, (str, int)) or isinstance(value, bool):
            raise Unusable("bad_fields")
        found.append(Distributed(_text(str(value)), count))
    return found


def token_pushes(answer: Envelope) -> list[TokenPush]:
    """Pushes of today for a token (tpns-rest.md 12.7). Raises `Unusable` ("bad_fields").

    ``pushTargetType`` is text in the sample and a list in the table: both are read.
    """
    found = []
    for row in _rows(answer, "pushTaskList"):
        push_id = _id(row.get("pushId"))
        if not push_id:
            raise Unusable("bad_fields")
        kind = row.get("pushTargetType")
        kinds = _texts(kind) if isinstance(kind, list) else (_text(kind),)
        found.append(TokenPush(push_id, _moment(row.get("pushTime")), ", ".join(kinds)))
    return found


def codes(answer: Envelope) -> tuple[str, ...]:
    """A code a token or account, in order (tpns-rest.md 10); empty where the service named none.

    ``result`` is a list of texts there, and the text of a JSON list at other calls (5.9).
    """
    result = answer.fields.get("result")
    if isinstance(result, str) and result.startswith("["):
        try:
            result = json.loads(result)
        except (ValueError, RecursionError):
            return ()
    return _texts(result)


def accounts_of_tokens(answer: Envelope) -> dict[str, tuple[Account, ...]]:
    """The accounts bound to each token (tpns-rest.md 10.2). Raises `Unusable` ("bad_fields").

    A type is documented for what is sent only; one that comes back all the same is kept.
    """
    found: dict[str, tuple[Account, ...]] = {}
    for row in _rows(answer, "token_accounts"):
        token = _text(row.get("token"))
        accounts = tuple(
            Account(_text(one.get("account")), _integer(one.get("account_type")))
            for one in _row_list(row.get("account_list"))
        )
        if not token or not all(account.name for account in accounts):
            raise Unusable("bad_fields")
        found[token] = found.get(token, ()) + accounts
    return found


def tokens_of_accounts(answer: Envelope) -> dict[str, tuple[str, ...]]:
    """The tokens that each account is bound to (tpns-rest.md 10.2). Raises `Unusable`."""
    found: dict[str, tuple[str, ...]] = {}
    for row in _rows(answer, "account_tokens"):
        account = _text(row.get("account"))
        if not account:
            raise Unusable("bad_fields")
        tokens = found.get(account, ()) + _texts(row.get("token_list"))
        found[account] = tuple(dict.fromkeys(tokens))
    return found


def attributes(answer: Envelope) -> dict[str, str]:
    """A device's attributes (tpns-rest.md 11). Raises `Unusable` ("bad_fields")."""
    info = answer.fields.get("attributeInfo")
    values = info.get("attributeMap") if isinstance(info, dict) else info
    if values is None:
        return {}
    if not isinstance(values, dict) or not all(isinstance(one, str) for one in values.values()):
        raise Unusable("bad_fields")
    return {_text(name): _text(value) for name, value in values.items()}


def unknown_attributes(answer: Envelope) -> tuple[str, ...]:
    """Attributes that were left out, since nobody declared them (tpns-rest.md 11)."""
    return _texts(answer.fields.get("invalidAttribute"))


def _rows(answer: Envelope, key: str) -> list[Mapping[str, Any]]:
    return _row_list(answer.fields.get(key))


def _row_list(rows: object) -> list[Mapping[str, Any]]:
    if rows is None:
        return []
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise Unusable("bad_fields")
    return rows


def _day(value: object) -> date | None:
    """``20260110`` as a number (so 12.3 has it) or as text."""
    try:
        return datetime.strptime(str(value), "%Y%m%d").date()
    except ValueError:
        return None


def _id(value: object) -> str:
    """An id as text, ``""`` for anything that is none.

    A float is none: it has lost its last digits.
    """
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    return value if isinstance(value, str) and _ID.fullmatch(value) else ""


def _count(value: object) -> int | None:
    number = _integer(value)
    return number if number is not None and number >= 0 else None


def _texts(value: object) -> tuple[str, ...]:
    """A list of texts and numbers as texts; empty for all else."""
    if not isinstance(value, list):
        return ()
    return tuple(
        _text(one) if isinstance(one, str) else str(one)
        for one in value
        if isinstance(one, (str, int)) and not isinstance(one, bool)
    )


def _mapping(value: object) -> Mapping[str, Any] | None:
    return value if isinstance(value, dict) else None
