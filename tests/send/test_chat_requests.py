"""What becomes of a Chat draft, and that the service of practice takes it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.practice.chat import KEYS, NEW, OLD, Chat
from tests.send.chat_catalogue import NAMES, chat_app, chat_draft
from tpns_desktop.model.chat_dialects import DIALECTS, Dialect
from tpns_desktop.send.chat_facts import command_of
from tpns_desktop.send.chat_requests import request_of

_COMMANDS = {"push": "push", "batch": "batch", "add_task": "add_sched_task"}


def made(dialect: Dialect, draft: dict[str, Any]) -> bytes:
    app = chat_app(dialect=dialect.id, sdkappid=KEYS.sdkappid)
    request = request_of(draft, app, NAMES, 7)
    assert request.body is not None, request.problems
    return request.body


_CASES = [
    (dialect, later, kind)
    for dialect in DIALECTS.values()
    for later in ((False, True) if dialect.schedules else (False,))
    for kind in ("all", "tags", "attributes", *(("users",) if dialect.batch else ()))
]


@pytest.mark.parametrize(
    ("dialect", "later", "kind"),
    _CASES,
    ids=lambda value: value.id if isinstance(value, Dialect) else str(value),
)
def test_practice_takes_what_a_draft_becomes_in_each_dialect(
    dialect: Dialect, later: bool, kind: str
) -> None:
    draft = chat_draft(kind)
    if later:
        draft["schedule"] = {"kind": "at", "at": "2026-01-20T09:00"}
    chat = Chat(devices=400)
    body = made(dialect, draft)
    command = command_of(body)
    answer = chat.post(
        dialect.service, "im_push" if dialect.service == OLD else _COMMANDS[command], body
    )
    assert answer["ErrorCode"] == 0
    assert command == ("add_task" if later else "batch" if kind == "users" else "push")
    chat.clock.now = 1768960000.0  # after nine o'clock of that day
    window = {"Sdkappid": KEYS.sdkappid, "Offset": 0, "Want": 1}
    chat.post(NEW, "list_sched_task", window)
    (push,) = chat.app.pushes.values()
    assert push.planned == {"all": chat.people.count, "users": 2}.get(kind, push.planned)


def test_timpush_is_told_the_administrator_as_sender_and_a_typed_one_stays() -> None:
    older, chat, alone = (json.loads(made(one, chat_draft())) for one in DIALECTS.values())
    assert "From_Account" not in older
    assert chat["From_Account"] == alone["From_Account"] == "administrator"
    typed = chat_draft(message__sender="user000002")
    assert {json.loads(made(one, typed))["From_Account"] for one in DIALECTS.values()} == {
        "user000002"
    }
