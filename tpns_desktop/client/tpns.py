"""The push service: one class, one method a call.

Owns the bodies of the questions, and which error an unusable answer becomes. How a request travels
is `transport`'s, reading answers is `answers`', who asks is `credentials`'. A push's body comes as
bytes and leaves as the same bytes: what a push may say is the model's.

What concerns single devices is `device_calls`', the phones of practice `phone_calls`'; `Caller` is
what all stand on.

Sources: tpns-rest.md 5.9 (push), 6 (upload), 7 (plan), 8 (stop, recall, cancel), 12 (records and
statistics).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from types import TracebackType
from typing import Any, Self

import httpx

from tpns_desktop.client import answers, endpoints, upload
from tpns_desktop.client.credentials import Credentials, Scheme
from tpns_desktop.client.device_calls import DeviceCalls
from tpns_desktop.client.endpoints import AccessPoint
from tpns_desktop.client.errors import BadAnswer, ClientError, MaybeSent
from tpns_desktop.client.network import Network, NetworkSource
from tpns_desktop.client.phone_calls import PhoneCalls
from tpns_desktop.client.transport import (
    CONNECT_TIMEOUT_S,
    DEADLINE_S,
    POOL_TIMEOUT_S,
    Wire,
    require_seconds,
)
from tpns_desktop.client.upload import Blocks, FileBody
from tpns_desktop.model.outcome import (
    ChannelCounters,
    DayCounters,
    DeviceDay,
    Distributed,
    Distribution,
    PlanCreated,
    PushAnswer,
    Record,
    RecordPage,
)
from tpns_desktop.model.secret import Secret

# iOS ids start so; Android ids with 1500 (tpns-rest.md 2).
_IOS_PREFIX = "1600"

_AS_SET_UP = Network()


class TpnsClient(DeviceCalls, PhoneCalls):
    """Speaks for one access id, which is one platform of one app at one access point.

    Args:
        access_point: where the app lives; one of `ACCESS_POINTS` or `practice_access_point(url)`.
        access_id: decimal digits, from the console.
        secret_key: the console's SecretKey (not the AccessKey, which is for devices).
        scheme: ``signature`` (recommended by the service) or ``basic``.
        clock: Unix time in seconds, for signatures and for `clock_skew_s`.
        transport: stands in for the network in tests. Nothing is known then about what left, so
            every failure of a push is `MaybeSent`.
        deadline_s: for one call as a whole, from the call to the last byte of the answer.
        network: proxy and further certificates, or what gives them when a connection is made.
            Taken no notice of at a practice service.

    Raises:
        KeyRefused: the access id or the key cannot be put into a header (a pasted line end, say).

    Nothing is ever repeated by this class. Every method raises `NotSent` when nothing left this
    machine and `Refused` when the service said no; the rest is told at each method. The object
    belongs to the event loop in which it is first used. Use it as an asynchronous context manager,
    or call `aclose`.
    """

    def __init__(
        self,
        access_point: AccessPoint,
        access_id: str,
        secret_key: Secret,
        *,
        scheme: Scheme = "signature",
        clock: Callable[[], float] = time.time,
        transport: httpx.AsyncBaseTransport | None = None,
        deadline_s: float = DEADLINE_S,
        network: NetworkSource = _AS_SET_UP,
    ) -> None:
        credentials = Credentials(access_id, secret_key, scheme, clock)
        credentials.check()
        self.access_point = access_point
        self.access_id = access_id
        # The upload's pages and the official SDKs know this scheme only (tpns-rest.md 3.2); a
        # signature would also have to see the whole file before its first byte may leave.
        self._for_uploads = Credentials(access_id, secret_key, "basic", clock)
        self._wire = Wire(
            access_point.url,
            credentials,
            clock=clock,
            deadline_s=deadline_s,
            network=network,
            transport=transport,
        )

    def __repr__(self) -> str:
        return f"TpnsClient({self.access_point.id!r}, {self.access_id!r})"

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
        """This computer's clock minus the service's, in seconds; ``None`` until an answer came.

        From the ``Date`` header of the last answer, good to about a second. The service refuses
        signatures that are too old or too new with 1008003.
        """
        return self._wire.clock_skew_s

    async def push(self, body: bytes) -> PushAnswer:
        """Send a push; `body` is its JSON, signed and sent as it stands.

        The answer holds one push id, or several for a loop, as text.

        Raises:
            NotSent: nothing left this machine; the same push may be sent again.
            Refused: the service answered with a code. What that proves depends on the code:
                `tpns_desktop.model.outcome.verdict_of`.
            MaybeSent: anything else, a code beside a push id included. The push may be on its way:
                look it up, do not send again.
        """
        raw = await self._wire.push(endpoints.PUSH_PATH, body)
        return self._read(
            endpoints.PUSH_PATH, raw, MaybeSent, lambda answer: answers.push_answer(answer, raw)
        )

    async def upload(
        self,
        name: str,
        size_bytes: int,
        blocks: Blocks,
        progress: Callable[[int], None] | None = None,
        *,
        stall_s: float = upload.STALL_S,
        read_s: float = upload.READ_S,
        deadline_s: float = upload.DEADLINE_S,
    ) -> int:
        """Upload a file of accounts or tokens; gives back the id that a push can name.

        `name` is the file's, ending included; `blocks` its content, `size_bytes` in all (a plain
        iterator is read on a thread). `progress` is called in the event loop with the bytes handed
        over so far. `stall_s` is for a single write, `read_s` for the wait afterwards,
        `deadline_s` for everything; the client's own deadline does not count here. Always by the
        Basic scheme, on a connection of its own.

        An upload alone reaches nobody, so after any error it may be tried again, with new `blocks`.
        The id of an upload whose answer was lost is never known, and so never used. What `blocks`
        or `progress` raises comes out as it is, and the service never gets a complete file then.

        Raises:
            NotSent: nothing left this machine; "bad_file_name" if a header cannot hold the name.
            BadAnswer: it broke off, or no usable answer came ("bad_upload_id": no positive whole
                number). Also if the service answered well before it had the whole file.
            Refused: the service answered with a code, such as 1008011 or 1008012.
            ValueError: `blocks` come to another size than `size_bytes`.
        """
        require_seconds(deadline_s)
        body = FileBody(name, size_bytes, blocks, progress)
        try:
            raw = await self._wire.upload(
                endpoints.UPLOAD_PATH,
                body,
                self._for_uploads,
                timeouts=httpx.Timeout(
                    connect=CONNECT_TIMEOUT_S, write=stall_s, read=read_s, pool=POOL_TIMEOUT_S
                ),
                deadline_s=deadline_s,
            )
        except ClientError:
            if body.failure is not None:
                raise body.failure from None
            raise
        finally:
            await body.aclose()
        upload_id = self._read(endpoints.UPLOAD_PATH, raw, BadAnswer, answers.upload_id)
        if not body.complete:
            # The id of a part of the list, given by a service that did not wait for the rest.
            raise BadAnswer("cut", f"POST {endpoints.UPLOAD_PATH}", status=200)
        return upload_id

    async def create_plan(self, name: str, description: str) -> PlanCreated:
        """Create a push plan. There is no call that lists plans: keep the id.

        Errors as for `push`. After `MaybeSent` there may be a plan whose id nobody told us; the
        console shows it.
        """
        fields = {"planName": name, "planDescribe": description}
        return await self._change(endpoints.PLAN_PATH, fields, answers.plan_created)

    async def stop_push(self, push_id: str) -> None:
        """End the delivery that is still due; what is shown stays.

        Android only; pushes to all, to tags and to accounts (tpns-rest.md 8). No answer is
        published: a code 0 in either envelope counts.

        Raises:
            MaybeSent: no usable answer; the record of the push tells.
        """
        await self._change(endpoints.STOP_PATH, {"pushId": push_id}, _nothing)

    async def cancel_push(self, push_id: str) -> None:
        """Drop a scheduled push that has not been handed out yet; errors as for `stop_push`."""
        await self._change(endpoints.CANCEL_PATH, {"pushId": push_id}, _nothing)

    async def revoke_push(self, push_id: str) -> None:
        """As `stop_push`, and take what is shown off the phones.

        Marked by the service as not live yet, so no screen offers it (tpns-rest.md 8).
        """
        await self._change(endpoints.REVOKE_PATH, {"pushId": push_id}, _nothing)

    async def push_records(
        self,
        push_id: str | None = None,
        *,
        start: date | None = None,
        end: date | None = None,
        msg_type: str | None = None,
        push_type: str | None = None,
        offset: int | None = None,
        limit: int | None = None,
    ) -> list[Record]:
        """What the service remembers: of one push, or of the days `start` to `end` (both included).

        The period form takes days of the last month, in the service's zone (UTC+8); `msg_type`
        ``notify`` or ``message``; `push_type` ``all``, ``tag``, ``token`` or ``account``; `limit`
        up to 200. 200 calls an hour, together with the other statistics.

        Raises:
            BadAnswer: no usable answer.
            ValueError: neither a push id nor both days, or a push id with other arguments.
        """
        period = {
            "startDate": start and start.strftime("%Y-%m-%d"),
            "endDate": end and end.strftime("%Y-%m-%d"),
            "msgType": msg_type,
            "pushType": push_type,
            "offset": offset,
            "limit": limit,
        }
        given = {key: value for key, value in period.items() if value is not None}
        if push_id is not None:
            if given:
                raise ValueError("a push id goes alone")
            given = {"pushId": push_id}
        elif start is None or end is None:
            raise ValueError("either a push id, or a start and an end")
        return await self._ask(endpoints.RECORD_PATH, given, answers.records)

    async def push_record_page(
        self, *, start: date, end: date, push_type: str | None, offset: int, limit: int
    ) -> RecordPage:
        """A page of `push_records` of a period, with how many records there are on all pages.

        Raises:
            BadAnswer: no usable answer.
        """
        fields: dict[str, Any] = {
            "startDate": start.strftime("%Y-%m-%d"),
            "endDate": end.strftime("%Y-%m-%d"),
            "offset": offset,
            "limit": limit,
        }
        if push_type is not None:
            fields["pushType"] = push_type
        return await self._ask(endpoints.RECORD_PATH, fields, answers.record_page)

    async def push_counters(self, push_id: str) -> list[ChannelCounters]:
        """Counters of one push of the last 30 days, a row a channel; channel ``all`` is the total.

        Raises:
            BadAnswer: no usable answer.
        """
        return await self._ask(
            endpoints.COUNTERS_PATH,
            {"pushId": push_id},
            lambda answer: answers.counters(answer, ios=self._ios),
        )

    async def plan_counters(self, plan_id: str, start: date, end: date) -> list[ChannelCounters]:
        """Counters of one plan's pushes from `start` to `end` (both included, the last 7 days).

        As `push_counters`.
        """
        return await self._ask(
            endpoints.PLAN_COUNTERS_PATH,
            {"planId": plan_id, **_days(start, end)},
            lambda answer: answers.counters(answer, ios=self._ios),
        )

    async def push_totals(self, start: date, end: date) -> list[DayCounters]:
        """Counters of all pushes a day, from `start` to `end` (both included, the last 30 days).

        Raises:
            BadAnswer: no usable answer.
        """
        return await self._ask(
            endpoints.TOTALS_PATH,
            _days(start, end),
            lambda answer: answers.day_counters(answer, ios=self._ios),
        )

    async def device_overview(self, start: date, end: date) -> list[DeviceDay]:
        """Devices on each day from `start` to `end` (both included, the last three months).

        Sends nothing to anybody: the way to try a key pair.

        Raises:
            BadAnswer: no usable answer.
        """
        return await self._ask(endpoints.DEVICES_PATH, _days(start, end), answers.device_days)

    async def device_distribution(self, day: date, kind: Distribution) -> list[Distributed]:
        """How many devices had each value of `kind` on a day of the last month.

        Raises:
            BadAnswer: no usable answer.
        """
        return await self._ask(
            endpoints.DISTRIBUTION_PATH,
            {"date": day.strftime("%Y%m%d"), "type": kind},
            lambda answer: answers.distributed(answer, kind),
        )

    @property
    def _ios(self) -> bool:
        return self.access_id.startswith(_IOS_PREFIX)


def _days(start: date, end: date) -> dict[str, Any]:
    # Not the form of the records: 1008016 there, and here the other way round.
    return {"startDate": start.strftime("%Y%m%d"), "endDate": end.strftime("%Y%m%d")}


def _nothing(answer: answers.Envelope) -> None:
    """Whatever stands beside a code 0 tells nothing more."""
