"""Reading what the Chat service answered: strict about the form, tolerant about the rest.

HTTP is 200 for a refusal as well; what counts is ``ErrorCode``. A good answer may name accounts
that were left out (``ErrorList``). Source: im-all-member-push.md 2 to 5 and 9.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tpns_desktop.client.strict import Unusable, integer, parsed, text
from tpns_desktop.model.chat_outcome import (
    ChatTask,
    DeviceTrace,
    Found,
    Loss,
    ScheduledTask,
    UserAttributes,
    UserTags,
)

_TEXT_MAX = 1000
_TASK_ID_MAX = 200
_STAGES = {
    "ReadyToSendLoss": "ready",
    "PostSendDeliveredLoss": "delivered",
    "PlatformReadyToSendLoss": "platform",
}


@dataclass(frozen=True)
class ChatAnswer:
    """What every answer has, and the rest."""

    code: int
    text: str
    fields: Mapping[str, Any]


def answer(raw: bytes) -> ChatAnswer:
    """Read an answer. Raises `Unusable`: not_json, not_object, repeated_keys, no_code.

    A status that says the other of what the code says proves neither.
    """
    fields = parsed(raw)
    code = integer(fields.get("ErrorCode"))
    status = fields.get("ActionStatus")
    if code is None or status not in ("OK", "FAIL") or (status == "OK") != (code == 0):
        raise Unusable("no_code")
    return ChatAnswer(code, text(fields.get("ErrorInfo"))[:_TEXT_MAX], fields)


def names_task(given: ChatAnswer, *, scheduled: bool = False) -> bool:
    """Whether a refusal names a task all the same: then it proves nothing.

    `scheduled`: of the making of a scheduled task, which is spelled in another way.
    """
    return bool(given.fields.get("TaskId") or (scheduled and given.fields.get("TaskID")))


def task(given: ChatAnswer) -> ChatTask:
    """The task of a push. Raises `Unusable` ("no_push_id")."""
    task_id = text(given.fields.get("TaskId"))
    if not task_id or len(task_id) > _TASK_ID_MAX or not task_id.isprintable():
        raise Unusable("no_push_id")
    return ChatTask(task_id, failed(given))


def failed(given: ChatAnswer) -> dict[str, int]:
    """Account → code of those that were left out."""
    rows = given.fields.get("ErrorList")
    found: dict[str, int] = {}
    for row in rows if isinstance(rows, list) else ():
        if isinstance(row, dict) and (account := _named(row.get("To_Account"))):
            found[account] = integer(row.get("ErrorCode")) or 0
    return found


def _named(account: object) -> str:
    """Whoever is left out must not pass for done: an account of digits may come as a number."""
    number = None if isinstance(account, str) else integer(account)
    return text(account) if number is None else str(number)


def attribute_names(given: ChatAnswer) -> dict[int, str]:
    """Slot (0 to 9) → its name. Raises `Unusable` ("bad_fields"), as everything below."""
    names = given.fields.get("AttrNames", {})
    if not isinstance(names, dict):
        raise Unusable("bad_fields")
    slots = {integer(slot): text(name) for slot, name in names.items()}
    if None in slots:
        raise Unusable("bad_fields")
    return {slot: name for slot, name in sorted(slots.items()) if slot is not None and name}


def tags(given: ChatAnswer, asked: Sequence[str]) -> Found:
    """Tags of accounts, in the order asked for: that of the answer is another."""
    rows = {
        row.account: row
        for one in _rows(given, "UserTags")
        for row in [UserTags(_account(one), tuple(_texts(one.get("Tags"))))]
    }
    return Found(tuple(rows[one] for one in asked if one in rows), failed(given))


def attributes(given: ChatAnswer, asked: Sequence[str]) -> Found:
    """Attributes of accounts, in the order asked for."""
    rows = {}
    for one in _rows(given, "UserAttrs"):
        values = one.get("Attrs")
        if not isinstance(values, dict):
            raise Unusable("bad_fields")
        account = _account(one)
        rows[account] = UserAttributes(account, {k: text(v) for k, v in values.items()})
    return Found(tuple(rows[one] for one in asked if one in rows), failed(given))


def losses(given: ChatAnswer) -> dict[str, tuple[Loss, ...]]:
    """Task id → why how many of it were lost."""
    found = {}
    for one in _rows(given, "Results"):
        found[text(one.get("TaskID"))] = tuple(
            Loss(
                stage=stage,
                code=text(row.get("ErrCode")) or str(integer(row.get("ErrCode")) or ""),
                count=integer(row.get("ErrCount")) or 0,
                text=text(row.get("ErrInfo"))[:_TEXT_MAX],
            )
            for key, stage in _STAGES.items()
            for row in (one.get(key) or ())
            if isinstance(row, dict)
        )
    return found


def trace(given: ChatAnswer) -> tuple[DeviceTrace, ...]:
    """What became of a push on each device of an account."""
    return tuple(
        DeviceTrace(
            instance_id=text(row.get("InstanceId")),
            system=text(row.get("System")),
            pushed_at=text(row.get("PushTime")),
            events={k: v for k, v in row.items() if isinstance(v, dict)},
        )
        for row in _rows(given, "InstanceTrace")
    )


def tasks(given: ChatAnswer) -> tuple[ScheduledTask, ...]:
    """Scheduled tasks. Their list has no documented name: the first list of objects is read."""
    rows = next(
        (
            value
            for value in given.fields.values()
            if isinstance(value, list) and value and all(isinstance(row, dict) for row in value)
        ),
        [],
    )
    found = []
    for row in rows:
        task_id = integer(row.get("TaskID")) if row.get("TaskID") is not None else None
        if task_id is None:
            raise Unusable("bad_fields")
        content = row.get("Content")
        found.append(
            ScheduledTask(
                task_id=str(task_id),
                kind=text(row.get("Type")),
                at=text(row.get("SchedAt")),
                content=content if isinstance(content, dict) else {},
                status=text(row.get("Status")),
            )
        )
    return tuple(found)


def task_number(given: ChatAnswer) -> str:
    """The number of a scheduled task. Raises `Unusable` ("no_push_id")."""
    number = integer(given.fields.get("TaskID"))
    if number is None:
        raise Unusable("no_push_id")
    return str(number)


def _rows(given: ChatAnswer, key: str) -> list[Mapping[str, Any]]:
    rows = given.fields.get(key)
    if rows is None:
        return []
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise Unusable("bad_fields")
    return rows


def _account(row: Mapping[str, Any]) -> str:
    account = text(row.get("To_Account"))
    if not account:
        raise Unusable("bad_fields")
    return account


def _texts(value: object) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise Unusable("bad_fields")
    return [text(one) for one in value]
