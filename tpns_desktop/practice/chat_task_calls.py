"""Commands about pushes that the service keeps for later, and their start.

Source: im-all-member-push.md 9.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from .chat_calls import Answer, Call, whole
from .chat_codes import ChatRefusal
from .chat_rules import ChatOrder, Fields, read_push
from .chat_state import ChatApp, ChatTask

_KINDS: Final = frozenset({"All", "Tag", "User"})


def _check_app(call: Call) -> None:
    if call.fields.get("Sdkappid") != call.app.keys.sdkappid:
        raise ChatRefusal(70402, "Sdkappid")


def _task_fields(call: Call) -> tuple[str, str, Fields]:
    kind, at, content = (call.fields.get(name) for name in ("Type", "SchedAt", "Content"))
    _check_app(call)
    if not isinstance(kind, str) or kind not in _KINDS:
        raise ChatRefusal(70402, "Type")
    if not isinstance(content, dict):
        raise ChatRefusal(70402, "Content")
    held = call.app.rules.chat_task_type == "held"
    if held and (kind == "User") != ("To_Account" in content):
        raise ChatRefusal(70402, "Content")
    try:
        if not isinstance(at, str) or call.app.instant_of(at) <= call.now:
            raise ChatRefusal(70402, "SchedAt")
    except ValueError:
        raise ChatRefusal(70402, "SchedAt") from None
    _order_of(call.app, content, call.size_bytes)
    return kind, at, content


def _order_of(app: ChatApp, content: Fields, size_bytes: int = 0) -> ChatOrder:
    return read_push(
        content,
        size_bytes,
        app.people.slot,
        app.rules,
        service="timpush",
        batch="To_Account" in content,
        scheduled=True,
    )


def _add_task(call: Call) -> Answer:
    call.app.let_push()
    return {"TaskID": call.app.add_task(*_task_fields(call)).task_id}


def _pending(call: Call) -> ChatTask:
    _check_app(call)
    task_id = call.fields.get("TaskID")
    task = call.app.tasks.get(task_id) if type(task_id) is int else None
    each = call.app.rules.chat_task_fault == "each"
    if task is None:
        raise ChatRefusal(90049 if each else 70402)
    if task.push is not None or task.fault:
        raise ChatRefusal(90050 if each else 70402)
    return task


def _modify_task(call: Call) -> Answer:
    task = _pending(call)
    task.kind, task.at, task.content = _task_fields(call)
    return {}


def _delete_task(call: Call) -> Answer:
    task = _pending(call)
    del call.app.tasks[task.task_id]
    return {}


def _tasks(call: Call) -> Answer:
    _check_app(call)
    begin, end, word = (
        str(call.fields.get(name) or "") for name in ("BeginTime", "EndTime", "Keyword")
    )
    found = [
        task
        for task in call.app.tasks.values()
        if (not begin or begin <= task.at) and (not end or task.at <= end) and word in task.words
    ]
    found.sort(key=lambda task: task.at, reverse=not call.fields.get("Asc"))
    offset, want = whole(call, "Offset"), whole(call, "Want")
    if offset < 0 or not 0 < want <= 100:
        raise ChatRefusal(70402)
    whole_rows = call.app.rules.chat_task_rows == "whole"
    return {
        "TotalCount": len(found),
        "Tasks": [
            {
                "TaskID": task.task_id,
                "Type": task.kind,
                "SchedAt": task.at,
                **({"Content": task.content} if whole_rows else {}),
                "Status": "failed" if task.fault else "done" if task.push else "pending",
            }
            for task in found[offset:][:want]
        ],
    }


def run_due(app: ChatApp, now: float) -> None:
    """Push what was kept until now."""
    for task in app.due(now):
        try:
            app.let_push()
            order = _order_of(app, task.content)
            task.push = app.push(order, "timpush", now=app.instant_of(task.at), scheduled=True)
        except ChatRefusal as refusal:
            task.fault = refusal.code


TASK_CALLS: Final[Mapping[str, Callable[[Call], Answer]]] = {
    "add_sched_task": _add_task,
    "modify_sched_task": _modify_task,
    "delete_sched_task": _delete_task,
    "list_sched_task": _tasks,
}
"""Command of timpush → what answers it."""
