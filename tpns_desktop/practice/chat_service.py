"""The Chat service: its commands, each from the address's query to the answer.

Every answer is HTTP 200. The order of checks: address, JSON, UserSig, administrator, switched on,
shape, condition, quota (im-all-member-push.md 12, inferred).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from .chat_auth import check_query
from .chat_codes import ChatRefusal, chat_answer, chat_refused
from .chat_people import SLOTS, TAGS_OF_USER_MAX
from .chat_rules import TAGS_MAX, Fields, check_tag, read_push
from .chat_state import ChatApp, Service, instant_of, trace_of
from .codes import Refusal
from .envelope import parse_object

ACCOUNTS_MAX: Final = 100
BATCH_MAX: Final = 500
NAME_BYTES_MAX: Final = 50
TAGS_OF_APP_MAX: Final = 1000
LOSS_TASKS_MAX: Final = 5

_KINDS: Final = frozenset({"All", "Tag", "User"})

Answer = Mapping[str, object]


class ChatService:
    """Answers for one app."""

    def __init__(self, app: ChatApp, clock: Callable[[], float]) -> None:
        self._app = app
        self._clock = clock

    def routes(self) -> list[Route]:
        """Everything below ``/v4/``, unknown commands too."""
        return [Route("/v4/{service}/{command}", self._answer, methods=["POST"])]

    async def _answer(self, request: Request) -> Response:
        body, now = await request.body(), self._clock()
        service, command = request.path_params["service"], request.path_params["command"]
        try:
            work = COMMANDS.get((service, command))
            if work is None:
                raise ChatRefusal(60009)
            try:
                fields = parse_object(body)
            except Refusal:
                raise ChatRefusal(90001 if body else 60003) from None
            query = dict(request.query_params)
            check_query(query, {self._app.keys.sdkappid: self._app.keys}, now=now)
            run_due(self._app, now)
            return chat_answer(work(Call(self._app, fields, len(body), now)))
        except ChatRefusal as refusal:
            return chat_refused(refusal)


class Call:
    """One call that was let in."""

    def __init__(self, app: ChatApp, fields: Fields, size_bytes: int, now: float) -> None:
        self.app = app
        self.fields = fields
        self.size_bytes = size_bytes
        self.now = now

    def accounts(self, most: int = ACCOUNTS_MAX, code: int = 90018) -> list[str]:
        """``To_Account``, at most so many."""
        return _texts(self.fields.get("To_Account"), most, code)

    def rows(self, key: str) -> list[Mapping[str, Any]]:
        """``UserTags`` or ``UserAttrs``, at most 100."""
        rows = self.fields.get(key)
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise ChatRefusal(90001)
        if len(rows) > ACCOUNTS_MAX:
            raise ChatRefusal(90018)
        return rows


def _texts(value: object, most: int, code: int) -> list[str]:
    # The page types one of them as a text; its sample is an array.
    given = [value] if isinstance(value, str) else value
    if not isinstance(given, list) or not all(isinstance(one, str) for one in given):
        raise ChatRefusal(90001)
    if len(given) > most:
        raise ChatRefusal(code)
    return given


# Pushes --------------------------------------------------------------------------------


def _push(service: Service) -> Callable[[Call], Answer]:
    def push(call: Call) -> Answer:
        order = read_push(call.fields, call.size_bytes, call.app.people.slot, service=service)
        return {"TaskId": call.app.push(order, service, now=call.now).task_id}

    return push


def _batch(call: Call) -> Answer:
    from dataclasses import replace

    accounts = call.accounts(BATCH_MAX, 90011)
    order = read_push(call.fields, call.size_bytes, call.app.people.slot, service="timpush")
    push = call.app.push(
        replace(order, accounts=tuple(accounts), condition=None), "timpush", now=call.now
    )
    return {"TaskId": push.task_id, **_left_out(call, accounts)}


def _left_out(call: Call, accounts: list[str], code: int = 70107) -> dict[str, object]:
    unknown = [one for one in accounts if call.app.people.user(one) is None]
    if not unknown:
        return {}
    return {"ErrorList": [{"ErrorCode": code, "To_Account": one} for one in unknown]}


def _revoke(call: Call) -> Answer:
    task_id, told = call.fields.get("TaskId"), call.fields.get("OfflinePushInfo")
    if not isinstance(task_id, str):
        raise ChatRefusal(90049)
    call.app.withdraw(task_id, told=isinstance(told, dict), now=call.now)
    return {}


# Attributes ----------------------------------------------------------------------------


def _set_names(call: Call) -> Answer:
    names = call.fields.get("AttrNames")
    if not isinstance(names, dict):
        raise ChatRefusal(90001)
    known = dict(call.app.people.names)
    for slot, name in names.items():
        whole = slot.isdigit() and slot.isascii() and str(int(slot)) == slot
        if not whole or int(slot) >= SLOTS or not isinstance(name, str):
            raise ChatRefusal(90030)
        if not 0 < len(name.encode()) <= NAME_BYTES_MAX:
            raise ChatRefusal(90030)
        known[int(slot)] = name
    if len(set(known.values())) != len(known):
        raise ChatRefusal(90033)
    call.app.people.names = dict(sorted(known.items()))
    return {}


def _names(call: Call) -> Answer:
    return {"AttrNames": {str(slot): name for slot, name in call.app.people.names.items()}}


def _set_values(call: Call) -> Answer:
    changes: list[tuple[int, int, str | None]] = []
    rows = call.rows("UserAttrs")
    for row in rows:
        values = row.get("Attrs")
        if not isinstance(values, dict):
            raise ChatRefusal(90001)
        for name, value in values.items():
            slot = call.app.people.slot(name)
            if slot is None or not isinstance(value, str):
                raise ChatRefusal(90033, name)
            if not 0 < len(value.encode()) <= NAME_BYTES_MAX:
                raise ChatRefusal(90030, name)
            user = call.app.people.user(str(row.get("To_Account")))
            if user is not None:
                changes.append((user, slot, value))
    for change in changes:
        call.app.people.set_value(*change)
    return _left_out(call, [str(row.get("To_Account")) for row in rows])


def _remove_values(call: Call) -> Answer:
    changes: list[tuple[int, int]] = []
    rows = call.rows("UserAttrs")
    for row in rows:
        for name in _texts(row.get("Attrs"), SLOTS, 90033):
            slot = call.app.people.slot(name)
            if slot is None:
                raise ChatRefusal(90033, name)
            user = call.app.people.user(str(row.get("To_Account")))
            if user is not None:
                changes.append((user, slot))
    for user, slot in changes:
        call.app.people.set_value(user, slot, None)
    return _left_out(call, [str(row.get("To_Account")) for row in rows])


def _values(call: Call) -> Answer:
    people, accounts = call.app.people, call.accounts()
    # Not in the order asked for, as the documents warn.
    found = [(one, user) for one in reversed(accounts) if (user := people.user(one)) is not None]
    return {
        "UserAttrs": [{"To_Account": one, "Attrs": people.values(user)} for one, user in found],
        **_left_out(call, accounts),
    }


# Tags ----------------------------------------------------------------------------------


def _change_tags(change: Callable[[set[str], set[str]], set[str]]) -> Callable[[Call], Answer]:
    def work(call: Call) -> Answer:
        people, rows = call.app.people, call.rows("UserTags")
        replaces = call.fields.get("Replace") == 1
        most = TAGS_OF_USER_MAX if replaces else TAGS_MAX
        changes: list[tuple[int, set[str]]] = []
        for row in rows:
            tags = _texts(row.get("Tags"), most, 90032)
            for tag in tags:
                check_tag(tag)
            user = people.user(str(row.get("To_Account")))
            if user is None:
                continue
            wanted = set(tags) if replaces else change(people.tags(user), set(tags))
            if len(wanted) > TAGS_OF_USER_MAX:
                raise ChatRefusal(90032)  # The code for the 101st is not documented (inferred).
            changes.append((user, wanted))
        for user, wanted in changes:
            people.set_tags(user, wanted)
        return _left_out(call, [str(row.get("To_Account")) for row in rows])

    return work


def _tags(call: Call) -> Answer:
    people, accounts = call.app.people, call.accounts()
    found = [(one, user) for one in reversed(accounts) if (user := people.user(one)) is not None]
    return {
        "UserTags": [{"To_Account": one, "Tags": sorted(people.tags(user))} for one, user in found],
        **_left_out(call, accounts),
    }


def _clear_tags(call: Call) -> Answer:
    accounts = call.accounts()
    for one in accounts:
        user = call.app.people.user(one)
        if user is not None:
            call.app.people.set_tags(user, set())
    return _left_out(call, accounts)


# What came of it -----------------------------------------------------------------------


def _asked_tasks(call: Call) -> list[str]:
    for name in ("StartTime", "EndTime"):
        if type(call.fields.get(name)) is not int:
            raise ChatRefusal(70402, name)
    return _texts(call.fields.get("TaskID", []), LOSS_TASKS_MAX, 70402) or [*call.app.pushes]


def _statistics(call: Call) -> Answer:
    """Figures of pushes. The documents do not show the fields: these are our own reading."""
    rows = []
    for task_id in _asked_tasks(call):
        push = call.app.pushes.get(task_id)
        if push is None:
            continue
        got = call.app.received(push, call.now)
        rows.append({"TaskID": task_id, "TargetUsers": len(push.users), "DeliveredUsers": len(got)})
    return {"Results": rows}


def _losses(call: Call) -> Answer:
    rows = []
    for task_id in _asked_tasks(call):
        push = call.app.pushes.get(task_id)
        if push is None:
            continue
        missing = len(push.users) - len(call.app.received(push, call.now))
        no_token = missing // 5
        rows.append(
            {
                "TaskID": task_id,
                "ReadyToSendLoss": _loss("-2", no_token, "no token uploaded"),
                "PostSendDeliveredLoss": _loss("0", missing - no_token, "offline"),
                "PlatformReadyToSendLoss": [],
            }
        )
    return {"Results": rows}


def _loss(code: str, count: int, text: str) -> list[dict[str, object]]:
    return [{"ErrCode": code, "ErrCount": count, "ErrInfo": text}] if count else []


def _trace(call: Call) -> Answer:
    push = call.app.pushes.get(str(call.fields.get("TaskID")))
    user = call.app.people.user(str(call.fields.get("UserID")))
    if push is None:
        raise ChatRefusal(90049)
    if user is None:
        raise ChatRefusal(70107)
    return {"InstanceTrace": trace_of(call.app, push, user, call.now)}


# Scheduled tasks -----------------------------------------------------------------------


def _task_fields(call: Call) -> tuple[str, str, Fields]:
    kind, at, content = (call.fields.get(name) for name in ("Type", "SchedAt", "Content"))
    if call.fields.get("Sdkappid") != call.app.keys.sdkappid:
        raise ChatRefusal(70402, "Sdkappid")
    if kind not in _KINDS or not isinstance(at, str) or not isinstance(content, dict):
        raise ChatRefusal(70402)
    try:
        if instant_of(at) <= call.now:
            raise ChatRefusal(70402, "SchedAt")
    except ValueError:
        raise ChatRefusal(70402, "SchedAt") from None
    _order_of(call.app, content)
    return str(kind), at, content


def _order_of(app: ChatApp, content: Fields) -> Any:
    from dataclasses import replace

    order = read_push(content, 0, app.people.slot, service="timpush")
    if "To_Account" not in content:
        return order
    accounts = _texts(content["To_Account"], BATCH_MAX, 90011)
    return replace(order, accounts=tuple(accounts), condition=None)


def _add_task(call: Call) -> Answer:
    return {"TaskID": call.app.add_task(*_task_fields(call)).task_id}


def _pending(call: Call) -> Any:
    task = call.app.tasks.get(call.fields.get("TaskID", 0))
    if task is None:
        raise ChatRefusal(90049)
    if task.push is not None or task.fault:
        raise ChatRefusal(90050)
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
    begin, end = (str(call.fields.get(name) or "") for name in ("BeginTime", "EndTime"))
    word = str(call.fields.get("Keyword") or "")
    found = [
        task
        for task in call.app.tasks.values()
        if (not begin or begin <= task.at) and (not end or task.at <= end) and word in str(task)
    ]
    found.sort(key=lambda task: task.at, reverse=not call.fields.get("Asc"))
    offset, want = (call.fields.get(name) for name in ("Offset", "Want"))
    if type(offset) is not int or type(want) is not int or offset < 0 or not 0 < want <= 100:
        raise ChatRefusal(70402)
    return {
        "TotalCount": len(found),
        "Tasks": [
            {
                "TaskID": task.task_id,
                "Type": task.kind,
                "SchedAt": task.at,
                "Content": task.content,
                "Status": "failed" if task.fault else "done" if task.push else "pending",
            }
            for task in found[offset:][:want]
        ],
    }


def run_due(app: ChatApp, now: float) -> None:
    """Push what was kept until now."""
    for task in app.due(now):
        try:
            task.push = app.push(_order_of(app, task.content), "timpush", now=instant_of(task.at))
        except ChatRefusal as refusal:
            task.fault = refusal.code


_NEWER: Final[dict[str, Callable[[Call], Answer]]] = {
    "push": _push("timpush"),
    "batch": _batch,
    "revoke": _revoke,
    "set_attr_name": _set_names,
    "get_attr_name": _names,
    "set_attr": _set_values,
    "get_attr": _values,
    "remove_attr": _remove_values,
    "add_tag": _change_tags(set.union),
    "get_tag": _tags,
    "remove_tag": _change_tags(set.difference),
    "clear_all_tags": _clear_tags,
    "all_member_push_statistics": _statistics,
    "all_member_push_loss": _losses,
    "all_member_push_trace": _trace,
    "add_sched_task": _add_task,
    "modify_sched_task": _modify_task,
    "delete_sched_task": _delete_task,
    "list_sched_task": _tasks,
}
_OLDER: Final[dict[str, Callable[[Call], Answer]]] = {
    "im_push": _push("all_member_push"),
    "im_set_attr_name": _set_names,
    "im_get_attr_name": _names,
    "im_set_attr": _set_values,
    "im_get_attr": _values,
    "im_remove_attr": _remove_values,
    "im_add_tag": _change_tags(set.union),
    "im_get_tag": _tags,
    "im_remove_tag": _change_tags(set.difference),
    "im_remove_all_tags": _clear_tags,
}
COMMANDS: Final = {("timpush", name): work for name, work in _NEWER.items()} | {
    ("all_member_push", name): work for name, work in _OLDER.items()
}
"""(service, command) → what answers it."""
