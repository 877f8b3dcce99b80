"""The Chat service's push to all users: one class, one method a command, in any of its dialects.

Owns the bodies of questions and changes, and which error an unusable answer becomes. How a request
travels is `transport`'s, reading answers is `chat_answers`', who asks is `chat_credentials`'; which
command a dialect has is data in `model.chat_dialects`. A push's body comes as bytes and leaves as
the same bytes.

Source: im-all-member-push.md 2 to 5 and 9.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from types import TracebackType
from typing import Any, Final, Self, TypeVar

import httpx

from tpns_desktop.client import chat_answers
from tpns_desktop.client.chat_answers import ChatAnswer
from tpns_desktop.client.chat_credentials import ChatCredentials
from tpns_desktop.client.chat_points import ChatPoint
from tpns_desktop.client.errors import BadAnswer, ClientError, MaybeSent, Refused
from tpns_desktop.client.network import Network, NetworkSource
from tpns_desktop.client.strict import Unusable
from tpns_desktop.client.transport import DEADLINE_S, Wire
from tpns_desktop.model.chat_dialects import Dialect
from tpns_desktop.model.chat_outcome import (
    ChatTask,
    DeviceTrace,
    Found,
    Loss,
    ScheduledTask,
)
from tpns_desktop.model.secret import Secret

ACCOUNTS_MAX: Final = 100
"""Accounts in one call that reads or changes tags or attributes."""
BATCH_MAX: Final = 500
"""Accounts of a push to named users."""

_AS_SET_UP = Network()

T = TypeVar("T")


class ChatClient:
    """Speaks for one Chat app, as one of its administrators.

    Args:
        point: the host of the app, or a practice service.
        sdkappid: the app's number.
        identifier: an administrator's account.
        secret_key: the app's key; a UserSig is made of it for each request.
        dialect: which generation of the service the app uses.
        clock: Unix time in seconds, for UserSigs and for `clock_skew_s`.
        transport: stands in for the network in tests.
        deadline_s: for one call as a whole.
        network: proxy and further certificates, or what gives them.

    Raises:
        KeyRefused: account or key cannot be signed with.

    Nothing is ever repeated by this class. Every method raises `NotSent` when nothing left this
    machine and `Refused` when the service said no (its codes: `model.chat_codes`); a question
    without a usable answer is `BadAnswer`, anything that changes something `MaybeSent`. `KeyError`
    for what the dialect does not have. The object belongs to the event loop in which it is first
    used. Use it as an asynchronous context manager, or call `aclose`.
    """

    def __init__(
        self,
        point: ChatPoint,
        sdkappid: int,
        identifier: str,
        secret_key: Secret,
        dialect: Dialect,
        *,
        clock: Callable[[], float] = time.time,
        transport: httpx.AsyncBaseTransport | None = None,
        deadline_s: float = DEADLINE_S,
        network: NetworkSource = _AS_SET_UP,
    ) -> None:
        credentials = ChatCredentials(sdkappid, identifier, secret_key, clock)
        credentials.check()
        self.point = point
        self.sdkappid = sdkappid
        self.dialect = dialect
        self._wire = Wire(
            point.url,
            credentials,
            clock=clock,
            deadline_s=deadline_s,
            network=network,
            transport=transport,
        )

    def __repr__(self) -> str:
        return f"ChatClient({self.point.url!r}, {self.sdkappid}, {self.dialect.id!r})"

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc_value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close the connections. May be called twice."""
        await self._wire.aclose()

    @property
    def clock_skew_s(self) -> float | None:
        """This computer's clock minus the service's, in seconds; ``None`` until an answer came."""
        return self._wire.clock_skew_s

    # Pushes ----------------------------------------------------------------------------

    async def push(self, body: bytes) -> ChatTask:
        """Send a push; `body` is its JSON, sent as it stands. On a connection of its own."""
        path = self.dialect.path("push")
        return self._read(path, await self._wire.push(path, body), MaybeSent, chat_answers.task)

    async def batch(self, body: bytes) -> ChatTask:
        """As `push`, to the named users of `body`."""
        path = self.dialect.path("batch")
        return self._read(path, await self._wire.push(path, body), MaybeSent, chat_answers.task)

    async def push_task(self, body: bytes) -> str:
        """As `push`, a push that the service keeps for later; gives the task's number."""
        path = self.dialect.path("add_task")
        raw = await self._wire.push(path, body)
        return self._read(path, raw, MaybeSent, chat_answers.task_number)

    async def withdraw(self, task_id: str, notification: Mapping[str, Any] | None = None) -> None:
        """Stop what is not sent and take back what can be taken; within 24 hours.

        `notification` (``OfflinePushInfo``) replaces shown ones where makers allow it.
        """
        fields: dict[str, Any] = {"TaskId": task_id}
        if notification is not None:
            fields["OfflinePushInfo"] = dict(notification)
        await self._change("withdraw", fields, _nothing)

    # Attributes and tags ---------------------------------------------------------------

    async def attribute_names(self) -> dict[int, str]:
        """Slot (0 to 9) → name. Sends nothing to anybody: the way to try a key."""
        return await self._ask("attribute_names", {}, chat_answers.attribute_names)

    async def set_attribute_names(
        self, names: Mapping[int, str], types: Mapping[int, int] | None = None
    ) -> None:
        """Name slots; those left out keep theirs.

        `types`: slot → 0 for users, 1 for devices; timpush only, and never changed again.
        """
        fields: dict[str, Any] = {"AttrNames": {str(slot): name for slot, name in names.items()}}
        if types:
            fields["AttrTypes"] = {str(slot): kind for slot, kind in types.items()}
        await self._change("set_attribute_names", fields, _nothing)

    async def attributes(self, accounts: Sequence[str]) -> Found:
        """The attributes of up to 100 accounts."""
        return await self._ask(
            "attributes",
            {"To_Account": _few(accounts)},
            lambda given: chat_answers.attributes(given, accounts),
        )

    async def set_attributes(self, values: Mapping[str, Mapping[str, str]]) -> Mapping[str, int]:
        """Account → name → value, up to 100 accounts; other attributes stay. Gives the left out."""
        rows = [
            {"To_Account": account, "Attrs": dict(values[account])} for account in _few([*values])
        ]
        return await self._change("set_attributes", {"UserAttrs": rows}, chat_answers.failed)

    async def remove_attributes(self, names: Mapping[str, Sequence[str]]) -> Mapping[str, int]:
        """Account → names of attributes to remove. Gives the left out."""
        rows = [{"To_Account": account, "Attrs": [*names[account]]} for account in _few([*names])]
        return await self._change("remove_attributes", {"UserAttrs": rows}, chat_answers.failed)

    async def tags(self, accounts: Sequence[str]) -> Found:
        """The tags of up to 100 accounts."""
        return await self._ask(
            "tags",
            {"To_Account": _few(accounts)},
            lambda given: chat_answers.tags(given, accounts),
        )

    async def add_tags(
        self, tags: Mapping[str, Sequence[str]], *, replace: bool = False
    ) -> Mapping[str, int]:
        """Account → up to 10 tags to add; with `replace` (timpush only) all it shall have."""
        fields: dict[str, Any] = {"UserTags": _tag_rows(tags)}
        if replace:
            if self.dialect.service != "timpush":
                raise KeyError("replace")
            fields["Replace"] = 1
        return await self._change("add_tags", fields, chat_answers.failed)

    async def remove_tags(self, tags: Mapping[str, Sequence[str]]) -> Mapping[str, int]:
        """Account → tags to remove. Gives the left out."""
        return await self._change("remove_tags", {"UserTags": _tag_rows(tags)}, chat_answers.failed)

    async def remove_all_tags(self, accounts: Sequence[str]) -> Mapping[str, int]:
        """Remove every tag of up to 100 accounts. Gives the left out."""
        fields = {"To_Account": _few(accounts)}
        return await self._change("remove_all_tags", fields, chat_answers.failed)

    # What came of it -------------------------------------------------------------------

    async def statistics(
        self, task_ids: Sequence[str], start: datetime, end: datetime
    ) -> Mapping[str, Any]:
        """Statistics as they came: their fields are not documented."""
        fields = _window(task_ids, start, end)
        return await self._ask("statistics", fields, lambda given: given.fields)

    async def losses(
        self, task_ids: Sequence[str], start: datetime, end: datetime
    ) -> Mapping[str, tuple[Loss, ...]]:
        """Why how many were lost, for up to five tasks of the last seven days."""
        return await self._ask("losses", _window(task_ids, start, end), chat_answers.losses)

    async def trace(self, task_id: str, account: str) -> tuple[DeviceTrace, ...]:
        """What became of a push of the last seven days on the devices of one account."""
        return await self._ask("trace", {"TaskID": task_id, "UserID": account}, chat_answers.trace)

    # Scheduled tasks -------------------------------------------------------------------

    async def tasks(
        self, begin: str, end: str, offset: int = 0, want: int = 20
    ) -> Sequence[ScheduledTask]:
        """Scheduled tasks between two wall clock texts (``YYYY-MM-DD HH:MM:SS``)."""
        fields = {
            "Sdkappid": self.sdkappid,
            "Offset": offset,
            "Want": want,
            "OrderBy": "schedat",
            "Asc": True,
            "BeginTime": begin,
            "EndTime": end,
            "Keyword": "",
        }
        return await self._ask("tasks", fields, chat_answers.tasks)

    async def add_task(self, kind: str, at: str, content: Mapping[str, Any]) -> str:
        """Let the service keep a push for later; gives the task's number."""
        fields = {
            "Sdkappid": self.sdkappid,
            "Type": kind,
            "SchedAt": at,
            "Content": dict(content),
        }
        return await self._change("add_task", fields, chat_answers.task_number)

    async def modify_task(
        self, task_id: str, kind: str, at: str, content: Mapping[str, Any]
    ) -> None:
        """Change a scheduled task that is still pending."""
        fields = {
            "Sdkappid": self.sdkappid,
            "TaskID": int(task_id),
            "Type": kind,
            "SchedAt": at,
            "Content": dict(content),
        }
        await self._change("modify_task", fields, _nothing)

    async def delete_task(self, task_id: str, kind: str) -> None:
        """Delete a scheduled task that is still pending."""
        fields = {"Sdkappid": self.sdkappid, "TaskID": int(task_id), "Type": kind}
        await self._change("delete_task", fields, _nothing)

    # How a call is made ----------------------------------------------------------------

    async def _ask(
        self, command: str, fields: Mapping[str, Any], read: Callable[[ChatAnswer], T]
    ) -> T:
        path = self.dialect.path(command)
        return self._read(path, await self._wire.ask(path, _json(fields)), BadAnswer, read)

    async def _change(
        self, command: str, fields: Mapping[str, Any], read: Callable[[ChatAnswer], T]
    ) -> T:
        path = self.dialect.path(command)
        return self._read(path, await self._wire.change(path, _json(fields)), MaybeSent, read)

    @staticmethod
    def _read(
        path: str,
        raw: bytes,
        unusable: type[MaybeSent] | type[BadAnswer],
        read: Callable[[ChatAnswer], T],
    ) -> T:
        request = f"POST {path}"
        failure: ClientError
        try:
            given = chat_answers.answer(raw)
            if given.code == 0:
                return read(given)
            failure = Refused(given.code, given.text, request)
            makes_task = read is chat_answers.task_number
            if unusable is MaybeSent and chat_answers.names_task(given, scheduled=makes_task):
                # It says no and names a task all the same: no proof that nobody gets it.
                failure = MaybeSent(
                    "bad_fields", request, code=given.code, text=given.text, status=200
                )
        except Unusable as error:
            failure = unusable(error.reason, request, status=200)
        raise failure


def _json(fields: Mapping[str, Any]) -> bytes:
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def _few(accounts: Sequence[str]) -> list[str]:
    if not 0 < len(accounts) <= ACCOUNTS_MAX:
        raise ValueError(f"1 to {ACCOUNTS_MAX} accounts in a call")
    return list(accounts)


def _tag_rows(tags: Mapping[str, Sequence[str]]) -> list[dict[str, Any]]:
    return [{"To_Account": account, "Tags": [*tags[account]]} for account in _few([*tags])]


def _window(task_ids: Sequence[str], start: datetime, end: datetime) -> dict[str, Any]:
    return {
        "StartTime": int(start.timestamp()),
        "EndTime": int(end.timestamp()),
        "TaskID": list(task_ids),
    }


def _nothing(given: ChatAnswer) -> None:
    """An answer that says no more than that it went well."""
