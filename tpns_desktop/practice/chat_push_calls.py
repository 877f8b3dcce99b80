"""Commands that push, take back, and tell what came of it.

Source: im-all-member-push.md 3 and 9.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from . import bits
from .chat_calls import Answer, Call, LeftOut, texts, whole
from .chat_codes import ChatRefusal
from .chat_rules import read_notification, read_push
from .chat_state import KNOWN_S, ChatPush, Service, has_token, trace_of

_TASKS_MAX: Final = 5
"""Tasks that can be asked about in one call."""

# Pushes --------------------------------------------------------------------------------


def push_to(service: Service) -> Callable[[Call], Answer]:
    """The command that pushes to users of one of the two services."""

    def push(call: Call) -> Answer:
        call.app.let_push()
        order = read_push(
            call.fields, call.size_bytes, call.app.people.slot, call.app.rules, service=service
        )
        return {"TaskId": call.app.push(order, service, now=call.now).task_id}

    return push


def _batch(call: Call) -> Answer:
    call.app.let_push()
    order = read_push(
        call.fields,
        call.size_bytes,
        call.app.people.slot,
        call.app.rules,
        service="timpush",
        batch=True,
    )
    left_out = LeftOut(call)
    for account in order.accounts:
        left_out.number(account)
    push = call.app.push(order, "timpush", now=call.now)
    return {"TaskId": push.task_id, **left_out.answer}


def _revoke(call: Call) -> Answer:
    task_id = call.fields.get("TaskId")
    told = read_notification(call.fields)
    if not isinstance(task_id, str):
        raise ChatRefusal(90049)
    call.app.withdraw(task_id, told=told is not None, now=call.now)
    return {}


# What came of it -----------------------------------------------------------------------


def _asked_pushes(call: Call) -> dict[str, list[ChatPush]]:
    """The pushes asked about by task; of no task in particular all in one, without a name."""
    start, end = (whole(call, name) for name in ("StartTime", "EndTime"))
    wanted = texts(call.fields.get("TaskID", []), _TASKS_MAX, 70402)
    pushes = [
        push
        for push in call.app.pushes.values()
        if push.service == "timpush" and start <= push.at <= end and call.now - push.at <= KNOWN_S
    ]
    if not wanted:
        return {"": pushes}
    return {push.task_id: [push] for push in pushes if push.task_id in wanted}


def _statistics(call: Call) -> Answer:
    """Figures of pushes. The documents do not show the fields: these are our own reading."""
    return {
        "Results": [
            {"TaskID": task_id, **_figures(call, pushes)}
            for task_id, pushes in _asked_pushes(call).items()
        ]
    }


def _figures(call: Call, pushes: list[ChatPush]) -> dict[str, object]:
    if call.app.rules.chat_statistics == "bare":
        return {}
    return {
        "TargetUsers": sum(push.planned for push in pushes),
        "DeliveredUsers": sum(len(call.app.received(push, call.now)) for push in pushes),
    }


def _losses(call: Call) -> Answer:
    return {
        "Results": [
            {"TaskID": task_id, **_lost(call, pushes)}
            for task_id, pushes in _asked_pushes(call).items()
        ]
    }


def _lost(call: Call, pushes: list[ChatPush]) -> dict[str, object]:
    missing = [
        user
        for push in pushes
        for user in {*bits.indexes(push.users)}.difference(call.app.received(push, call.now))
    ]
    no_token = sum(not has_token(user) for user in missing)
    return {
        "ReadyToSendLoss": _loss("-2", no_token, "no token uploaded"),
        "PostSendDeliveredLoss": _loss("0", len(missing) - no_token, "offline"),
        "PlatformReadyToSendLoss": [],
    }


def _loss(code: str, count: int, text: str) -> list[dict[str, object]]:
    return [{"ErrCode": code, "ErrCount": count, "ErrInfo": text}] if count else []


def _trace(call: Call) -> Answer:
    push = call.app.pushes.get(str(call.fields.get("TaskID")))
    user = call.app.people.user(str(call.fields.get("UserID")))
    if push is None or push.service != "timpush":
        raise ChatRefusal(90049)
    if user is None:
        raise ChatRefusal(70107)
    if call.app.rules.chat_trace == "refused" and not bits.has(push.users, user):
        raise ChatRefusal(70402, "UserID")
    known = call.now - push.at <= KNOWN_S
    return {"InstanceTrace": trace_of(call.app, push, user, call.now) if known else []}


PUSH_CALLS: Final[Mapping[str, Callable[[Call], Answer]]] = {
    "push": push_to("timpush"),
    "batch": _batch,
    "revoke": _revoke,
    "all_member_push_statistics": _statistics,
    "all_member_push_loss": _losses,
    "all_member_push_trace": _trace,
}
"""Command of timpush → what answers it."""
