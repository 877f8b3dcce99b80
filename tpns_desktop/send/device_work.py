"""Looking at and changing what the service keeps of one test device: tags, accounts, attributes.

Each change is written down before it leaves and with its end afterwards, because of a change whose
answer was lost nobody knows; it is never made a second time by itself. Devices come from the book
only, so that no slip changes a customer's phone; taking a tag off every phone asks for the app's
name, as a push to everyone does.

The service lists no tags of a device (tpns-rest.md 1): what was set from here is all that can be
shown. Sources: tpns-rest.md 9, 10, 11.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, Literal, TypeVar

from tpns_desktop.client.errors import ClientError, MaybeSent, NotSent, Refused
from tpns_desktop.model import device_calls as calls
from tpns_desktop.model.device_calls import Account, AttributeWork, DeviceCallRefused
from tpns_desktop.model.limits import TAG_CALL_GAP_S
from tpns_desktop.model.outcome import ERROR_CODES
from tpns_desktop.model.tags import OWN
from tpns_desktop.send.asking import AskFailed, Questions, asked_client
from tpns_desktop.send.confirm import folded
from tpns_desktop.send.one_phone import NOT_KNOWN_CODES
from tpns_desktop.store.actions import Action, Actions
from tpns_desktop.store.apps import App, Apps
from tpns_desktop.store.devices import Device, Devices
from tpns_desktop.store.tag_book import TagBook

if TYPE_CHECKING:
    from tpns_desktop.client.tpns import TpnsClient
    from tpns_desktop.send.clock import Clock
    from tpns_desktop.send.ways import Places
    from tpns_desktop.store.database import Database

T = TypeVar("T")

Verb = Literal[
    "tags_added",
    "tags_removed",
    "tags_overwritten",
    "tags_cleared",
    "accounts_overwritten",
    "accounts_removed",
    "accounts_cleared",
    "attributes_set",
    "attributes_removed",
    "attributes_cleared",
    "tags_deleted",
]

KINDS: Final[Mapping[str, str]] = {
    "tags": "tags",
    "accounts": "accounts",
    "attributes": "attributes",
}
"""Beginning of a verb → kind of the action that is written down."""
_DELETE: Final = "tag_delete"
_PARTLY: Final = frozenset({1008004, 1008026})
"""Codes after which a part may have been done: "invoke service error", "batch op, partly error"
(tpns-rest.md 13). Of a code that is not published nobody knows."""


class WorkRefused(ValueError):
    """Nothing was asked of the service.

    `reason`: "gone" (the device or its app was removed), "name" (the app's name was not typed),
    "storage" (it could not be written down), or one of `model.device_calls.REASONS`.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Order:
    """One change that a person wants and confirmed."""

    verb: Verb
    names: tuple[str, ...] = ()
    """Tags, or attributes to remove."""
    accounts: tuple[Account, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    """Attributes to set, name to value."""


@dataclass(frozen=True)
class Work:
    """One change as it was written down."""

    verb: Verb
    names: tuple[str, ...]
    """What it was about, as a person knows it: tags, accounts, attributes."""
    token: str
    """Empty for every device."""
    at: datetime
    outcome: str
    """"done", "refused", "not_sent" or "unknown"; "begun" while it is under way."""
    code: int | None = None
    reason: str | None = None
    text: str | None = None


@dataclass(frozen=True)
class OpenRemoval:
    """Tags that every phone was to lose, and nobody knows whether the service took it."""

    number: int
    names: tuple[str, ...]
    platform: str
    at: datetime
    """When it was asked for."""


class DeviceWork:
    """Looks at and changes devices of the book."""

    def __init__(
        self, database: Database, places: Places, questions: Questions, clock: Clock
    ) -> None:
        self._database = database
        self._places = places
        self._questions = questions
        self._clock = clock
        self._one_by_one = asyncio.Lock()
        self._last_tags: dict[str, float] = {}
        self._under_way: set[int] = set()

    # Looking

    async def accounts(self, device_id: str) -> tuple[Account, ...]:
        """The accounts that are bound to a device. Raises AskFailed, WorkRefused("gone")."""
        device, app = self._device(device_id)
        try:
            found = await self._ask(app, device, lambda c: c.accounts_of([device.token]))
        except AskFailed as failed:
            if failed.code in NOT_KNOWN_CODES:
                return ()
            raise
        return tuple(found.get(device.token, ()))

    async def attributes(self, device_id: str) -> dict[str, str]:
        """The attributes of a device. Raises AskFailed, WorkRefused("gone")."""
        device, app = self._device(device_id)
        return await self._ask(app, device, lambda c: c.attributes(device.token))

    async def done(self, device_id: str) -> list[Work]:
        """What was changed of a device from here, the newest first."""
        device, app = self._device(device_id)
        with self._database.reading() as conn:
            actions = Actions(conn).on_devices(app.access_id(device.platform) or "")
        found = [self._work(action) for action in actions]
        return [one for one in found if one.token == device.token]

    async def open_removals(self, app_id: str) -> tuple[OpenRemoval, ...]:
        """Removals from every phone whose end is unknown and not noted, the oldest first.

        A later one of the same tags that was taken ends the doubt.
        """
        with self._database.reading() as conn:
            app = Apps(conn).get(app_id)
            if app is None:
                return ()
            actions = Actions(conn)
            found = []
            for platform in app.platforms:
                access_id = app.access_id(platform) or ""
                taken: set[str] = set()
                for one in actions.on_devices(access_id, kinds={_DELETE}):
                    told = _told(one)
                    names = tuple(told.get("names", ()))
                    if one.outcome == "done":
                        taken |= set(names)
                    waits = one.id in self._under_way or told.get("noted", False)
                    if one.outcome in ("begun", "unknown") and not waits and set(names) - taken:
                        found.append(OpenRemoval(one.id, names, platform, one.begun_at))
        return tuple(sorted(found, key=lambda one: one.number))

    async def note_removal(self, number: int) -> None:
        """A person has read that the end of an `OpenRemoval` is unknown; it stays unknown."""
        with self._database.transaction() as conn:
            action = Actions(conn).get(number)
            if action is not None:
                told = _told(action) | {"noted": self._clock.now().isoformat()}
                Actions(conn).note(number, json.dumps(told, ensure_ascii=False))

    # Changing

    async def change(self, device_id: str, order: Order) -> Work:
        """Make one change, and tell how it ended.

        Raises WorkRefused, then nothing left; AskFailed where attributes are set and those that
        are there could not be read first.
        """
        device, app = self._device(device_id)
        try:
            made = await self._requests(device, app, order)
        except DeviceCallRefused as refused:
            raise WorkRefused(refused.reason) from None
        work: Work | None = None
        for part, request in made:
            work = await self._do(app, device.platform, device.token, part, request)
            if work.outcome != "done":
                break
        assert work is not None
        return work

    async def delete_tags(self, app_id: str, tags: Iterable[str], typed: str) -> dict[str, Work]:
        """Take tags off every phone of an app; gives the end on each system.

        `typed` is the app's name, as for a push to everyone. The book forgets them once every
        system has taken it. Raises WorkRefused; then nothing left.
        """
        with self._database.reading() as conn:
            app = Apps(conn).get(app_id)
        if app is None:
            raise WorkRefused("gone")
        if folded(typed) != folded(app.name):
            raise WorkRefused("name")
        try:
            names = calls.checked_tags(tags)
        except DeviceCallRefused as refused:
            raise WorkRefused(refused.reason) from None
        order = Order("tags_deleted", names)
        ends = {
            platform: await self._do(app, platform, "", order, lambda c: c.delete_tags(names))
            for platform in app.platforms
        }
        if all(end.outcome == "done" for end in ends.values()):
            with self._database.transaction() as conn:
                for name in names:
                    TagBook(conn).remove(app_id, OWN, name)
        return ends

    async def _requests(
        self, device: Device, app: App, order: Order
    ) -> list[tuple[Order, Callable[[TpnsClient], Awaitable[Any]]]]:
        """What is written down of each request, and the request."""
        token, verb = device.token, order.verb
        if verb.startswith("tags_"):
            if verb == "tags_cleared":
                change = calls.tags_cleared(token)
            else:
                change = getattr(calls, verb)(token, order.names)
            return [(order, lambda c: c.change_tags(change))]
        if verb.startswith("accounts_"):
            if verb == "accounts_cleared":
                bound = calls.accounts_cleared(token)
            else:
                bound = getattr(calls, verb)(token, order.accounts)
            return [(order, lambda c: c.change_accounts(bound))]
        if verb == "attributes_set":
            calls.checked_attributes(token, AttributeWork.UPDATE, order.values)
            there = await self._ask(app, device, lambda c: c.attributes(token))
            parts = {
                AttributeWork.UPDATE: {k: v for k, v in order.values.items() if k in there},
                AttributeWork.ADD: {k: v for k, v in order.values.items() if k not in there},
            }
            return [
                (replace(order, values=values), _attributes(token, work, values))
                for work, values in parts.items()
                if values
            ]
        work = AttributeWork.DELETE if order.names else AttributeWork.DELETE_ALL
        if verb == "attributes_removed" and not order.names:
            raise DeviceCallRefused("no_attribute")
        gone = dict.fromkeys(order.names, "")
        calls.checked_attributes(token, work, gone)
        return [(order, _attributes(token, work, gone))]

    async def _do(
        self,
        app: App,
        platform: str,
        token: str,
        order: Order,
        request: Callable[[TpnsClient], Awaitable[Any]],
    ) -> Work:
        """Write it down, do it, write its end down."""
        names = order.names or tuple(a.name for a in order.accounts) or tuple(order.values)
        what = json.dumps(
            {"verb": order.verb, "names": list(names), "token": token}, ensure_ascii=False
        )
        kind = _DELETE if order.verb == "tags_deleted" else KINDS[order.verb.partition("_")[0]]
        async with self._one_by_one:
            access_id = app.access_id(platform) or ""
            await self._keep_apart(access_id, order.verb)
            with self._database.transaction() as conn:
                action_id = Actions(conn).begin(kind, access_id, None, self._clock.now(), what=what)
            assert action_id is not None  # only requests about a push can stand already
            self._under_way.add(action_id)
            end: dict[str, Any] = {"outcome": "unknown", "reason": "quit"}
            try:
                end = await self._made(app, platform, request)
            finally:
                self._under_way.discard(action_id)
                self._last_tags[access_id] = self._clock.monotonic()
                with self._database.transaction() as conn:
                    Actions(conn).end(action_id, at=self._clock.now(), **end)
        with self._database.reading() as conn:
            action = Actions(conn).get(action_id)
        assert action is not None
        return self._work(action)

    async def _made(
        self, app: App, platform: str, request: Callable[[TpnsClient], Awaitable[Any]]
    ) -> dict[str, Any]:
        try:
            async with await asked_client(self._places.client_of(app, platform)) as client:
                left_out = await request(client)
        except AskFailed as failed:  # no client could be made
            return {"outcome": "not_sent", "reason": failed.reason}
        except NotSent as error:
            return {"outcome": "not_sent", "reason": error.reason}
        except Refused as error:
            open_end = error.code in _PARTLY or error.code not in ERROR_CODES
            outcome = "unknown" if open_end else "refused"
            return {"outcome": outcome, "code": error.code, "text": error.text or None}
        except MaybeSent as error:
            return {"outcome": "unknown", "reason": error.reason, "code": error.code}
        except ClientError as error:
            return {"outcome": "unknown", "reason": error.reason}
        # Codes of a yes are all "0"; names are attributes that nobody declared.
        strange = [one for one in left_out or () if one != "0"]
        if strange:
            return {"outcome": "done", "reason": "left_out", "text": ", ".join(strange)}
        return {"outcome": "done"}

    async def _keep_apart(self, access_id: str, verb: str) -> None:
        """Calls about tags keep their distance (tpns-rest.md 9.1, 9.2)."""
        last = self._last_tags.get(access_id)
        if verb.startswith("tags_") and last is not None:
            wait = last + TAG_CALL_GAP_S - self._clock.monotonic()
            if wait > 0:
                await self._clock.sleep(wait)

    async def _ask(
        self, app: App, device: Device, question: Callable[[TpnsClient], Awaitable[T]]
    ) -> T:
        async with await asked_client(self._places.client_of(app, device.platform)) as client:
            return await self._questions.ask(client, None, lambda: question(client))

    def _device(self, device_id: str) -> tuple[Device, App]:
        with self._database.reading() as conn:
            device = Devices(conn).get(device_id)
            app = Apps(conn).get(device.app_id) if device is not None else None
        if device is None or app is None or device.platform not in app.platforms:
            raise WorkRefused("gone")
        return device, app

    def _work(self, action: Action) -> Work:
        told = _told(action)
        outcome = action.outcome
        if outcome == "begun" and action.id not in self._under_way:
            outcome = "unknown"  # cut off by the end of an earlier run
        return Work(
            told.get("verb", "tags_added"),
            tuple(told.get("names", ())),
            told.get("token", ""),
            action.begun_at,
            outcome,
            action.code,
            action.reason,
            action.text,
        )


def _told(action: Action) -> dict[str, Any]:
    try:
        told = json.loads(action.what)
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _attributes(
    token: str, work: AttributeWork, values: Mapping[str, str]
) -> Callable[[TpnsClient], Awaitable[Any]]:
    return lambda client: client.change_attributes(token, work, values)
